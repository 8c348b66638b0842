/** How JSON from outside breaks the bounds that it is read in. */
export type Excess = 'too deep' | 'too much'

export interface JsonBounds {
  /** Levels of nesting. */
  readonly maxDepth: number
  /** Values of lists and objects, about. */
  readonly maxValues: number
}

/** Looks at the size of what JSON.parse would make, before it is made: a megabyte of text can become many. */
export function findExcess(text: string, { maxDepth, maxValues }: JsonBounds): Excess | undefined {
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
      if (++depth > maxDepth) return 'too deep'
    } else if (code === 0x5d || code === 0x7d) depth--
    else if (code === 0x2c) values++
  }
  return values > maxValues ? 'too much' : undefined
}

/** Undefined where there is no text, or it is no JSON. */
export function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** A JSON object as it was parsed: nothing is known of its fields yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** An object's own fields, or none when it is no object. */
export function asRecord(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : NOTHING
}

const NOTHING: JsonObject = Object.freeze(Object.create(null))

/** A list's items, or none when it is no list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/**
 * A text, or a number as one; none where it is neither. `String` would throw for an object whose `toString` is
 * no function, which any JSON may be.
 */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
