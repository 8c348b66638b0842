import { check, flag, list, oneOf, optional, record, text } from '../journal/checks.ts'
import { isSafePath } from '../naming/clean.ts'

/** One line of `lists.jsonl`: what has become known of a list. Of two lines the later one counts, field by field. */
export interface ListLine {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly name?: string
  /** Who gave the name: the user, or an input. */
  readonly by?: 'user' | 'input'
  readonly folder?: string
  /** Where a service names the list. */
  readonly uri?: string
  /** All its addresses, the latest first, in place of those before. */
  readonly uris?: readonly string[]
  /** It went to the trash, or is back from there. */
  readonly removed?: boolean
}

const MAX_ID_LENGTH = 2000

/** Believes nothing; undefined for what is no such line. */
export function readListLine(line: string): ListLine | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return fields(value, 'line') ? undefined : (value as ListLine)
  } catch {
    return undefined
  }
}

export const writeListLine = (line: ListLine) => `${JSON.stringify(line)}\n`

const bounded = check(
  (value) => typeof value === 'string' && value !== '' && value.length <= MAX_ID_LENGTH,
)

const time = check((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)))

/** One folder at the archive's top, none that Songkeep keeps its own things in. */
const folder = check(
  (value) => typeof value === 'string' && isSafePath(value) && !value.includes('/'),
)

const fields = record({
  id: bounded,
  at: time,
  name: optional(text),
  by: optional(oneOf('user', 'input')),
  folder: optional(folder),
  uri: optional(bounded),
  uris: optional(list(bounded)),
  removed: optional(flag),
})
