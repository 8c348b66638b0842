import { Option } from 'commander'
import {
  type PackOptionRow,
  type PackOptions,
  packOptions,
} from '../model/preserve/packages/pack-options.ts'
import type { Words } from '../words/words.ts'
import { collect, positive, size } from './arguments.ts'

/** The flag of one row of the table. */
export function packOptionOf(row: PackOptionRow, words: Words): Option {
  const option = new Option(row.flag, `${row.help[words.language]} (${row.of.join(', ')})`)
  switch (row.kind) {
    case 'texts':
      return option.argParser(collect)
    case 'choice':
      return option.choices(row.choices)
    case 'number':
      return option.argParser(positive(words, row.max))
    case 'size':
      return option.argParser(size(words))
    default:
      return option
  }
}

/** What was said on the command line, by the names of the table. */
export function readPackOptions(flags: Readonly<Record<string, unknown>>): PackOptions {
  const said = Object.entries(packOptions).map(([name, row]) => [
    name,
    flags[new Option(row.flag).attributeName()],
  ])
  return Object.fromEntries(said)
}
