/** What is read from an archive may come from anywhere, so each field is checked. */

/** Gives the name of the field that is wrong or missing, or nothing. */
export type Check = (value: unknown, name: string) => string | undefined

export const check =
  (test: (value: unknown) => boolean): Check =>
  (value, name) =>
    test(value) ? undefined : name

export const text = check((value) => typeof value === 'string')
export const flag = check((value) => typeof value === 'boolean')
export const count = check((value) => Number.isSafeInteger(value) && Number(value) >= 0)
export const number = check((value) => Number.isFinite(value))
export const oneOf = (...values: readonly string[]) =>
  check((value) => typeof value === 'string' && values.includes(value))
export const optional =
  (inner: Check): Check =>
  (value, name) =>
    value === undefined ? undefined : inner(value, name)
export const list =
  (inner: Check): Check =>
  (value, name) => {
    if (!Array.isArray(value)) return name
    for (const [at, item] of value.entries())
      if (inner(item, name) !== undefined) return inner(item, `${name}[${at}]`)
    return undefined
  }
/** Names are put together only where something is wrong: an inventory has many lines. */
export const record = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(fields)
  return (value, name) => {
    if (typeof value !== 'object' || value === null) return name
    const values = value as Readonly<Record<string, unknown>>
    for (const [field, inner] of checks) {
      const own = Object.hasOwn(values, field) ? values[field] : undefined
      if (inner(own, name) !== undefined) return inner(own, `${name}.${field}`)
    }
    return undefined
  }
}

export const texts = list(text)

/** A track as a playlist named it. */
export const track = record({
  title: text,
  artists: texts,
  album: optional(text),
  albumArtists: optional(texts),
  durationMs: optional(number),
  year: optional(number),
  isrc: optional(text),
  trackNumber: optional(number),
  discNumber: optional(number),
  uri: optional(text),
  path: optional(text),
  addedAt: optional(text),
  plays: optional(number),
})
