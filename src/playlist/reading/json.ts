import { findExcess } from '../../base/json.ts'
import { UserError } from '../../words/user-error.ts'

/** Deeper than any export; about 300 MB when half of the values are objects. */
const BOUNDS = { deepest: 100, mostValues: 2_000_000 }

/** JSON.parse for text from outside: bounded in depth and size, with an error for the user. */
export function parseJson(text: string): unknown {
  const excess = findExcess(text, BOUNDS)
  if (excess === 'too deep') throw new UserError('The JSON is nested too deeply for a playlist.')
  if (excess === 'too much') throw new UserError('The JSON holds too much for a playlist.')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError(
      'The JSON cannot be read: it is damaged or was cut off.',
      'Get the file once more from where it came.',
      { cause },
    )
  }
}

/** The text of a value that may be a list of which the first counts. */
export function firstText(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
