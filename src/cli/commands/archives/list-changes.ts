import type { Command } from 'commander'
import { cleanLine } from '../../../report/terminal/width.ts'
import type { Words } from '../../../words/words.ts'
import { makeCommand } from '../../make-command.ts'

/** What stands below `songkeep lists`: each changes the lists of an archive. */
export const listChangeCommands = (words: Words): readonly Command[] => [
  rename(words),
  merge(words),
  remove(words),
  trash(words),
  restore(words),
]

const print = (...lines: readonly string[]) =>
  void process.stdout.write(lines.map((line) => `${cleanLine(line)}\n`).join(''))

function rename(words: Words): Command {
  const said = words.commandLine.listChanges
  return makeCommand('rename', words)
    .description(said.rename)
    .argument('<archive>', said.archive)
    .argument('<list>', said.list)
    .argument('<name>', words.commandLine.rename.name)
    .action((archive: string, list: string, name: string) =>
      printRenamed(archive, list, name, words),
    )
}

export async function printRenamed(archive: string, wanted: string, name: string, words: Words) {
  const { renameList } = await import('../../../app/archives/lists/rename-list.ts')
  const { before, list } = await renameList(archive, wanted, name)
  print(words.terminal.lists.renamed(before, list.name, list.folder))
}

function merge(words: Words): Command {
  const said = words.commandLine.listChanges
  return makeCommand('merge', words)
    .description(said.merge)
    .argument('<archive>', said.archive)
    .argument('<list>', said.list)
    .argument('<into>', said.mergeInto)
    .action(async (archive: string, list: string, into: string) => {
      const { mergeLists } = await import('../../../app/archives/lists/merge-lists.ts')
      const merged = await mergeLists(archive, list, into, words)
      print(words.terminal.listChanges.merged(merged.added, merged.entries, merged))
    })
}

function remove(words: Words): Command {
  const said = words.commandLine.listChanges
  const told = words.terminal.listChanges
  return makeCommand('remove', words)
    .description(said.remove)
    .argument('<archive>', said.archive)
    .argument('<lists...>', said.list)
    .option('--dry-run', said.dryRun)
    .action(async (archive: string, lists: string[], { dryRun }: { readonly dryRun?: true }) => {
      const { planRemoval, removeLists } = await import(
        '../../../app/archives/lists/remove-lists.ts'
      )
      const plan = await planRemoval(archive, lists)
      if (plan.unread.length > 0) print(told.unread(plan.unread))
      print(dryRun ? told.plan(plan) : told.removed(await removeLists(archive, lists)))
    })
}

function trash(words: Words): Command {
  const said = words.commandLine.listChanges
  const told = words.terminal.listChanges
  return makeCommand('trash', words)
    .description(said.trash)
    .argument('<archive>', said.archive)
    .action(async (archive: string) => {
      const { listTrashed } = await import('../../../app/archives/lists/restore-lists.ts')
      const all = await listTrashed(archive)
      print(...(all.length === 0 ? [told.emptyTrash] : all.map(told.trashed)))
    })
}

function restore(words: Words): Command {
  const said = words.commandLine.listChanges
  const told = words.terminal.listChanges
  return makeCommand('restore', words)
    .description(said.restore)
    .argument('<archive>', said.archive)
    .argument('[trashed]', said.restoreId)
    .action(async (archive: string, id: string | undefined) => {
      const { restoreLists } = await import('../../../app/archives/lists/restore-lists.ts')
      const back = await restoreLists(archive, id)
      print(told.restored(back))
      if (back.left.length > 0) print(told.left(back.left.length), ...back.left)
    })
}
