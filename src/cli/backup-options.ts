import { type Command, Option } from 'commander'
import { backupOptions, type OptionRow } from '../model/backup/options.ts'
import type { BackupRequest } from '../model/backup/request.ts'
import type { Words } from '../words/words.ts'
import { collect, positive } from './arguments.ts'

/** A flag for each row of the table of options, or for those that are named, in its order. */
export function addBackupOptions(
  command: Command,
  words: Words,
  names: readonly string[] = Object.keys(backupOptions),
): Command {
  for (const [name, row] of Object.entries(backupOptions))
    if (names.includes(name)) command.addOption(optionOf(row, words))
  return command
}

function optionOf(row: OptionRow, words: Words): Option {
  const option = new Option(row.flag, row.help[words.language])
  if (row.required) option.makeOptionMandatory()
  switch (row.kind) {
    case 'folders':
    case 'texts':
      return option.argParser(collect)
    case 'choice':
      return option.choices(row.choices).default(row.default)
    case 'text':
      return row.default === undefined ? option : option.default(row.default)
    case 'number':
      return option.argParser(positive(words, row.max))
    default:
      return option
  }
}

/** What was said on the command line, by the names of the table. */
export function readBackupOptions(
  flags: Readonly<Record<string, unknown>>,
): Partial<Omit<BackupRequest, 'into'>> & Pick<BackupRequest, 'into'> {
  const said = Object.entries(backupOptions).map(([name, row]) => [
    name,
    flags[new Option(row.flag).attributeName()],
  ])
  return Object.fromEntries(said)
}
