import { likeness } from '../../text/likeness.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'

export function compareAlbums(left: Prepared, right: Prepared): LevelOf<'album'> {
  const l = left.album
  const r = right.album
  if (l === undefined || r === undefined) return 'missing'
  if (l.key === r.key) return 'exact'
  if (likeness(l.key, r.key, 0.8) > 0) return l.numbers === r.numbers ? 'close' : 'contained'
  const [longer, shorter] = l.folded.length > r.folded.length ? [l, r] : [r, l]
  if (shorter.folded.length > 3 && ` ${longer.folded} `.includes(` ${shorter.folded} `))
    return 'contained'
  return 'different'
}

export function compareDurations(left: Prepared, right: Prepared): LevelOf<'duration'> {
  if (left.durationMs === 0 || right.durationMs === 0) return 'missing'
  const apart = Math.abs(left.durationMs - right.durationMs)
  // Whole seconds on one side, rounded or cut off.
  if (apart <= 1100) return 'within-1-s'
  if (apart <= 3100) return 'within-3-s'
  if (apart <= 7000) return 'within-7-s'
  if (apart >= 60_000) return 'over-60-s'
  if (apart >= Math.min(left.durationMs, right.durationMs)) return 'twice-as-long'
  // Of what lasts longer than ten minutes, another transfer is further off.
  const longer = Math.max(left.durationMs, right.durationMs)
  const scaled = apart * Math.min(1, LONG_MS / longer)
  if (scaled <= 15_000) return 'within-15-s'
  return scaled <= 30_000 ? 'within-30-s' : 'within-60-s'
}

const LONG_MS = 600_000

export function compareYears(left: Prepared, right: Prepared): LevelOf<'year'> {
  if (left.year === 0 || right.year === 0) return 'missing'
  const [less, more] = left.year < right.year ? [left.year, right.year] : [right.year, left.year]
  // `99` for 1999, `7` for 2007: two digits, or what is left of them as a number.
  if (less < 100 && more >= 1000) return more % 100 === less ? 'cut-short' : 'different'
  const apart = more - less
  return apart === 0 ? 'exact' : apart === 1 ? 'one-off' : 'different'
}

export function compareIsrcs(left: Prepared, right: Prepared): LevelOf<'isrc'> {
  if (left.isrc === '' || right.isrc === '') return 'missing'
  return left.isrc === right.isrc ? 'exact' : 'different'
}
