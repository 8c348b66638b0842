import type { Command } from 'commander'
import { renderHistory } from '../../report/changes/history-text.ts'
import { makePaint } from '../../report/terminal/width.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { readableFolder } from '../readable-folder.ts'

interface Flags {
  readonly playlist?: string
  readonly json?: true
}

export function historyCommand(words: Words): Command {
  const said = words.commandLine.history
  return makeCommand('history', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('-p, --playlist <name>', said.playlist)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, ['songkeep history ~/Keep --playlist "Summer"']))
    .action(async (archive: string, { playlist, json }: Flags) => {
      const { readHistory } = await import('../../app/archives/read-history.ts')
      const { stdout } = process
      const paint = makePaint(stdout.isTTY && stdout.hasColors())
      const all = await readHistory(await readableFolder(archive, words), playlist)
      const texts = all.map((one) =>
        json
          ? `${JSON.stringify(spellOut(one))}\n`
          : renderHistory(one, stdout.columns ?? 100, paint, words),
      )
      stdout.write(texts.join(json ? '' : '\n'))
    })
}
