/**
 * The first of these fields that the JSON does not have, as far as its path can be followed: of `a.b.c` it is
 * `a.b` where `a` has no `b`. In `docs[].id` one element of the list must have it; a list without any lacks `docs[]`.
 */
export function findMissingField(json: unknown, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const missing = follow(json, field.match(STEP) ?? [], '')
    if (missing !== undefined) return missing
  }
  return undefined
}

/** A name, or the elements of a list. */
const STEP = /\[\]|[^.[\]]+/g

function follow(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: string,
): string | undefined {
  if (step === undefined) return undefined
  if (step === '[]') return followAny(value, rest, `${path}[]`)
  const at = path === '' ? step : `${path}.${step}`
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return at
  const inner = (value as Readonly<Record<string, unknown>>)[step]
  return inner === null ? at : follow(inner, rest, at)
}

/** In a long list the one that was asked for may stand anywhere. */
function followAny(value: unknown, rest: readonly string[], path: string): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return path
  const missing = value.slice(0, 100).map((each) => follow(each, rest, path))
  return missing.includes(undefined) ? undefined : missing[0]
}
