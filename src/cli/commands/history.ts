import { Command } from 'commander'
import { renderHistory } from '../../report/changes/history-text.ts'
import { makePaint } from '../../report/terminal/width.ts'
import { spellOut } from '../../words/spell-out.ts'
import { wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly playlist?: string
  readonly json?: true
}

export function historyCommand(): Command {
  return settings(new Command('history'))
    .summary('tell what left an archive’s playlists, and when')
    .description(
      'Tells what left each playlist and when, which tracks its service no longer plays, and which backups found it changed. Every backup writes it down; kept files stay, whatever leaves.',
    )
    .argument('<archive>', 'the folder that was given to --into')
    .option('-p, --playlist <name>', 'only this one')
    .option('--json', 'print one playlist a line, with every change in full, for programs')
    .addHelpText('after', '\nExample:\n  songkeep history ~/Keep --playlist "Summer"')
    .action(async (archive: string, { playlist, json }: Flags, command: Command) => {
      const { readHistory } = await import('../../app/archives/read-history.ts')
      const { stdout } = process
      const paint = makePaint(stdout.isTTY && stdout.hasColors())
      const words = wordsOf(command)
      const all = await readHistory(archive, playlist)
      const texts = all.map((one) =>
        json
          ? `${JSON.stringify(spellOut(one))}\n`
          : renderHistory(one, stdout.columns ?? 100, paint, words),
      )
      stdout.write(texts.join(json ? '' : '\n'))
    })
}
