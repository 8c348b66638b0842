import type { Pair } from './pair.ts'

/**
 * The longest run of pairs, given by `after`, in which `before` rises too: what has kept its order.
 * Patience sorting (Fredman 1975), n log n.
 */
export function longestRun(pairs: readonly Pair[]): ReadonlySet<Pair> {
  /** The pair with the lowest `before` that ends a run of each length. */
  const ends: Pair[] = []
  const previous = new Map<Pair, Pair | undefined>()
  for (const pair of pairs) {
    const length = countBelow(ends, pair.before)
    previous.set(pair, ends[length - 1])
    ends[length] = pair
  }
  const run = new Set<Pair>()
  for (let pair = ends.at(-1); pair; pair = previous.get(pair)) run.add(pair)
  return run
}

function countBelow(ends: readonly Pair[], before: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle]?.before ?? 0) < before) low = middle + 1
    else high = middle
  }
  return low
}
