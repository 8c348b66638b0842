import { UserError } from '../../model/errors.ts'

/** Deeper than any export; parsing a hundred million `[` would use up memory before it failed. */
const DEEPEST = 100
/** About 300 MB when half of them are objects. */
const MOST_VALUES = 2_000_000

/** JSON.parse for text from outside: bounded in depth and size, with an error for the user. */
export function parseJson(text: string): unknown {
  checkSize(text)
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

function checkSize(text: string): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      // To the end of the string.
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++)
        if (text.charCodeAt(at) === 0x5c) at++
    } else if (code === 0x5b || code === 0x7b) {
      values++
      if (++depth > DEEPEST) throw new UserError('The JSON is nested too deeply for a playlist.')
    } else if (code === 0x5d || code === 0x7d) depth--
    else if (code === 0x2c) values++
  }
  if (values > MOST_VALUES) throw new UserError('The JSON holds too much for a playlist.')
}

/** An object's own fields, or none when it is no object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : NOTHING
}

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null))

/** A list's items, or none when it is no list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The text of a value that may be a list of which the first counts. */
export function firstText(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
