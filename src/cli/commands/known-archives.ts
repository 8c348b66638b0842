import type { Command } from 'commander'
import { cleanLine } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { fetchCommand, storeCommand } from './archives/transfer.ts'

export function knownArchivesCommand(words: Words): Command {
  const said = words.commandLine.knownArchives
  const list = makeCommand('archives', words)
    .summary(said.summary)
    .description(said.description)
    .option('--json', said.json)
    .addHelpText(
      'after',
      helpAfter(words, ['songkeep archives', 'songkeep archives forget ~/Old/Keep']),
    )
    .action(async ({ json }: { readonly json?: true }) => {
      const { listKnownArchives, nameOf } = await import('../../app/archives/known-archives.ts')
      const all = await listKnownArchives(environmentIn(words))
      const lines = all.map((each) => (json ? JSON.stringify(each) : cleanLine(nameOf(each))))
      if (all.length === 0 && !json) lines.push(words.terminal.listChanges.noArchives)
      process.stdout.write(lines.map((line) => `${line}\n`).join(''))
    })
  list.addCommand(forgetCommand(words))
  list.addCommand(fetchCommand(words))
  list.addCommand(storeCommand(words))
  return list
}

function forgetCommand(words: Words): Command {
  const said = words.commandLine.knownArchives
  return makeCommand('forget', words)
    .description(said.forget)
    .argument('<archive>', said.archive)
    .action(async (archive: string) => {
      const { archiveId, setForgotten } = await import('../../app/archives/known-archives.ts')
      await setForgotten(environmentIn(words), archiveId(archive), true)
      const told = words.terminal.listChanges.forgotten(cleanLine(archive))
      process.stdout.write(`${told}\n`)
    })
}
