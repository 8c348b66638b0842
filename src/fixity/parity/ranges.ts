import type { ByteRange } from './parity.ts'

/** The same bytes in as few ranges as can be, in their order. */
export function mergeRanges(ranges: readonly ByteRange[]): ByteRange[] {
  const merged: ByteRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.end <= range.start) continue
    const last = merged.at(-1)
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else merged.push(range)
  }
  return merged
}

/** What of the first is in none of the second. */
export function subtractRanges(
  ranges: readonly ByteRange[],
  without: readonly ByteRange[],
): ByteRange[] {
  const holes = mergeRanges(without)
  return mergeRanges(ranges).flatMap((range) => {
    const left: ByteRange[] = []
    let { start } = range
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= range.end) continue
      if (hole.start > start) left.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    return start < range.end ? [...left, { start, end: range.end }] : left
  })
}
