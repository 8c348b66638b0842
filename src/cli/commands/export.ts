import { type Command, Option } from 'commander'
import { requireFolder } from '../../app/archives/require-archive.ts'
import { exportFormats } from '../../model/lists/playlist-formats.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { askYes } from '../ask/yes.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { readableFolder } from '../readable-folder.ts'

interface Flags {
  readonly as: string
  readonly out?: string
  readonly playlist?: string
  readonly kept?: true
  readonly replace?: true
}

export function exportCommand(words: Words): Command {
  const said = words.commandLine.export
  return makeCommand('export', words)
    .summary(said.summary)
    .description(`${said.description}\n\n${listFormats(words)}`)
    .argument('<archive>', said.archive)
    .addOption(
      new Option('-a, --as <format>', said.as).choices(exportFormats).makeOptionMandatory(),
    )
    .option('-o, --out <folder>', said.out)
    .option('-p, --playlist <name>', said.playlist)
    .option('--kept', said.kept)
    .option('--replace', said.replace)
    .addHelpText('after', helpAfter(words, examples))
    .action(async (archive: string, { as, out, playlist, kept, replace }: Flags) => {
      if (out !== undefined) requireFolder(out)
      const { exportArchive } = await import('../../app/archives/export-archive.ts')
      const exported = await exportArchive({
        archive: await readableFolder(archive, words),
        as,
        out,
        only: playlist,
        keptOnly: kept || undefined,
        words,
        mayReplace: replace ? async () => true : askToReplace(words),
      })
      for (const { playlist: name, tracks, path = '', text } of exported)
        process.stdout.write(text ?? `${words.terminal.exported(cleanLine(name), tracks, path)}\n`)
    })
}

/** Asks about each file; undefined where nobody is there to be asked. */
function askToReplace(words: Words) {
  const ask = askYes()
  return ask && ((path: string) => ask(words.terminal.askToReplace(cleanLine(path))))
}

const listFormats = (words: Words) =>
  exportFormats.map((name) => `  ${name.padEnd(13)} ${words.exportFormats[name]}`).join('\n')

const examples = [
  'songkeep export ~/Keep --as csv --out ~/Desktop',
  'songkeep export ~/Keep --as tunemymusic --playlist "Summer" > summer.csv',
]
