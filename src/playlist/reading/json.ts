import { findExcess } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Deeper than any export; about 300 MB when half of the values are objects. */
const BOUNDS = { maxDepth: 100, maxValues: 2_000_000 }

/** JSON.parse for text from outside: bounded in depth and size, with an error for the user. */
export function parseJson(text: string): unknown {
  const excess = findExcess(text, BOUNDS)
  if (excess === 'too deep') throw new UserError(reason('playlist.json-too-deep'))
  if (excess === 'too much') throw new UserError(reason('playlist.json-too-much'))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError(reason('playlist.json-damaged'), reason('playlist.get-again'), { cause })
  }
}

/** The text of a value that may be a list of which the first counts. */
export function firstText(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
