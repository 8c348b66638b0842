/**
 * What a list is to hold: all that it holds, in its order, and what is wanted besides, each behind the one that it
 * follows there. What comes after all that is there already comes last, behind what the user has added by hand.
 */
export function mergeOrder(
  before: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const left = countEach(before)
  const isThere = wanted.map((song) => {
    const count = left.get(song) ?? 0
    left.set(song, count - 1)
    return count > 0
  })
  const lastThere = isThere.lastIndexOf(true)
  const after = [...before]
  const used = new Set<number>()
  let place = 0
  for (const [at, song] of wanted.slice(0, lastThere + 1).entries()) {
    if (isThere[at]) {
      const found = after.findIndex((each, index) => each === song && !used.has(index))
      used.add(found)
      place = found + 1
      continue
    }
    after.splice(place, 0, song)
    const moved = [...used].map((index) => (index >= place ? index + 1 : index))
    used.clear()
    for (const index of [...moved, place]) used.add(index)
    place++
  }
  return [...after, ...wanted.slice(lastThere + 1)]
}

export function countEach(songs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const song of songs) counts.set(song, (counts.get(song) ?? 0) + 1)
  return counts
}

/** Those of `wanted` that `songs` has not, as often as they are wanted. */
export function lacking(songs: readonly string[], wanted: readonly string[]): readonly string[] {
  const left = countEach(songs)
  return wanted.filter((song) => {
    const count = left.get(song) ?? 0
    left.set(song, count - 1)
    return count <= 0
  })
}
