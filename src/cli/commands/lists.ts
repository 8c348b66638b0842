import type { Command } from 'commander'
import type { ListedList } from '../../app/archives/lists/list-lists.ts'
import { cleanLine, displayWidth, fitWidth } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { BoundedLines } from '../display/bounded-lines.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { readableFolder } from '../readable-folder.ts'
import { listChangeCommands, printRenamed } from './archives/list-changes.ts'

interface Flags {
  readonly json?: true
  readonly verbose?: true
}

export function listsCommand(words: Words): Command {
  const said = words.commandLine.lists
  const lists = makeCommand('lists', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.help.verbose)
    .addHelpText('after', helpAfter(words, examples))
    .action(async (archive: string, { json, verbose }: Flags) => {
      const { listLists } = await import('../../app/archives/lists/list-lists.ts')
      const all = await listLists(await readableFolder(archive, words))
      if (json)
        return void process.stdout.write(all.map((list) => `${JSON.stringify(list)}\n`).join(''))
      const lines = new BoundedLines({ words, verbose: verbose === true, reserved: 0 })
      if (all.length === 0) lines.print(words.terminal.lists.none)
      for (const list of all) lines.print(describe(list, words))
      lines.end()
    })
  for (const change of listChangeCommands(words)) lists.addCommand(change)
  return lists
}

const examples = [
  'songkeep lists ~/Keep',
  'songkeep lists remove ~/Keep "Old Mix"',
  'songkeep lists merge ~/Keep "Summer (2)" "Summer"',
  'songkeep lists restore ~/Keep',
]

const NAME_WIDTH = 32

/** `Mix   44 entries   3 March 2026   spotify:playlist:…`: the id last, as it may be long. */
function describe({ id, name, entries, at }: ListedList, words: Words): string {
  const { lists } = words.terminal
  const shown = fitWidth(cleanLine(name), NAME_WIDTH)
  const gap = ' '.repeat(NAME_WIDTH + 2 - displayWidth(shown))
  const amount = (entries === undefined ? '' : lists.entries(entries)).padStart(16)
  const day = (at === undefined ? lists.unfinished : words.units.day(at)).padEnd(18)
  return `${shown}${gap}${amount}  ${day}  ${cleanLine(id)}`
}

export function renameCommand(words: Words): Command {
  const said = words.commandLine.rename
  return makeCommand('rename', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .argument('<list>', said.list)
    .argument('<name>', said.name)
    .addHelpText('after', helpAfter(words, ['songkeep rename ~/Keep "my-list (1)" "Summer"']))
    .action((archive: string, wanted: string, name: string) =>
      printRenamed(archive, wanted, name, words),
    )
}
