import type { Row } from '../../../src/api/contract.ts'
import { isKept } from '../../parts/rows/groups.ts'
import { foldText } from '../../parts/text/fold.ts'

/**
 * How well the rare is kept beside the common. With plays: the tracks by how often they were played,
 * the first 10, the next 40 and so on. Without: by how many tracks of this playlist are by the same
 * artist, as an artist who is here once is likelier one whom few places know.
 */
export interface LongTail {
  readonly by: 'plays' | 'artists'
  /** Empty bands are left out. */
  readonly bands: readonly LongTailBand[]
}

export interface LongTailBand {
  /** Ranks from 1, or tracks of one artist; without `to` there is no end. */
  readonly from: number
  readonly to?: number
  readonly tracks: number
  readonly kept: number
  /** Only by artists: how many they are. */
  readonly artists?: number
  /** What a bar's length stands for: plays, else tracks; and how much of it is kept. */
  readonly amount: number
  readonly amountKept: number
}

const rankEnds = [10, 50, 200, 1000]
const artistEnds = [1, 2, 5, 10]

/** Undefined where there is no tail to speak of: fewer than two bands. */
export function measureLongTail(rows: readonly Row[]): LongTail | undefined {
  const tracks = rows.filter(({ state }) => state !== 'skipped')
  const tail = tracks.some(({ plays }) => plays !== undefined)
    ? { by: 'plays' as const, bands: bandsByPlays(tracks) }
    : { by: 'artists' as const, bands: bandsByArtist(tracks) }
  return tail.bands.length > 1 ? tail : undefined
}

/** A track without a count of plays was never played, as far as the history tells. */
function bandsByPlays(tracks: readonly Row[]): readonly LongTailBand[] {
  const ranked = tracks.toSorted((a, b) => (b.plays ?? 0) - (a.plays ?? 0))
  return limits(rankEnds).flatMap(({ from, to }) => {
    const rows = ranked.slice(from - 1, to)
    if (rows.length === 0) return []
    const played = (some: readonly Row[]) => some.reduce((sum, { plays = 0 }) => sum + plays, 0)
    const kept = rows.filter(isKept)
    return {
      from,
      to: to === undefined ? undefined : Math.min(to, ranked.length),
      tracks: rows.length,
      kept: kept.length,
      amount: played(rows),
      amountKept: played(kept),
    }
  })
}

function bandsByArtist(tracks: readonly Row[]): readonly LongTailBand[] {
  const named = tracks.filter(({ artists }) => foldText(artists[0] ?? '') !== '')
  const byArtist = [...Map.groupBy(named, ({ artists }) => foldText(artists[0] ?? '')).values()]
  return limits(artistEnds).flatMap(({ from, to = Number.POSITIVE_INFINITY }) => {
    const artists = byArtist.filter(({ length }) => length >= from && length <= to)
    if (artists.length === 0) return []
    const rows = artists.flat()
    const kept = rows.filter(isKept).length
    return {
      from,
      to: Number.isFinite(to) ? to : undefined,
      tracks: rows.length,
      kept,
      artists: artists.length,
      amount: rows.length,
      amountKept: kept,
    }
  })
}

function limits(
  ends: readonly number[],
): readonly { readonly from: number; readonly to?: number }[] {
  const bounded = ends.map((to, at) => ({ from: (ends[at - 1] ?? 0) + 1, to }))
  return [...bounded, { from: (ends.at(-1) ?? 0) + 1 }]
}
