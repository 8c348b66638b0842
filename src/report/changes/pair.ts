import type { Entry } from '../../model/playlist.ts'
import { areApart, isAsItWas, KEYS, keysOf } from './identity.ts'

/** An entry in both states, by its index in each. */
export interface Pair {
  readonly before: number
  readonly after: number
}

/** The surest keys, an address, an ISRC and a file, need no second look. */
const SURE_KEYS = 3
/** How many of the same names are looked at to find one that fits. */
const MAX_TRIED = 50

/** Finds every entry of one state in the other: the surest keys first, equals in their order. By `after`. */
export function pairEntries(before: readonly Entry[], after: readonly Entry[]): readonly Pair[] {
  // Most lists are as they were: then each entry is its own, and no key is needed.
  if (before.length === after.length && before.every((entry, at) => isAsItWas(entry, after[at])))
    return before.map((_, at) => ({ before: at, after: at }))
  const keys = { before: before.map(keysOf), after: after.map(keysOf) }
  const taken = new Set<number>()
  const found = new Map<number, number>()
  for (let level = 0; level < KEYS; level++) {
    const open = Map.groupBy(
      keys.before.keys().filter((at) => !taken.has(at) && keys.before[at]?.[level] !== undefined),
      (at) => keys.before[at]?.[level],
    )
    for (const [at, entry] of after.entries()) {
      const key = keys.after[at]?.[level]
      if (found.has(at) || key === undefined) continue
      const same = open.get(key) ?? []
      const fits = (former: number) => {
        const other = before[former]
        return other && (level < SURE_KEYS || !areApart(other, entry, level))
      }
      const place = same.slice(0, MAX_TRIED).findIndex(fits)
      const [former] = place < 0 ? [] : same.splice(place, 1)
      if (former === undefined) continue
      taken.add(former)
      found.set(at, former)
    }
  }
  return [...found]
    .map(([after, before]) => ({ before, after }))
    .toSorted((a, b) => a.after - b.after)
}
