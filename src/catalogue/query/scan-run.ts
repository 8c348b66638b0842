import type { ArtistRun } from '../format/artist-table.ts'
import { GUEST_BYTES, KEY_BYTES } from '../format/layout.ts'
import type { OpenIndex } from './open-index.ts'
import { scanKeys, type TitleWords } from './scan.ts'

/** Runs longer than this (`various artists`, …) are not scanned; the title leads into them. */
export const MAX_RUN = 2 ** 18

/** `title` is the place of the title that fits among those asked for; `fit` as `scan.ts` has it. */
export type TakeHit = (title: number, track: number, fit: number) => void

/** Looks for the titles among the tracks of an artist's own. */
export function scanTracks(
  { keys }: Pick<OpenIndex, 'keys'>,
  { firstTrack, endTrack }: ArtistRun,
  titles: readonly TitleWords[],
  take: TakeHit,
): void {
  const tracks = endTrack - firstTrack
  if (tracks <= 0 || tracks > MAX_RUN) return
  const own = keys.readWords(firstTrack * KEY_BYTES, tracks * KEY_BYTES)
  for (const [number, title] of titles.entries()) {
    const { count, places, fits } = scanKeys(own, KEY_BYTES / 4, title)
    for (let at = 0; at < count; at++)
      take(number, firstTrack + (places[at] as number), fits[at] as number)
  }
}

/** Looks for the titles among the tracks of others on which the artist is featured. */
export function scanGuests(
  { guests }: Pick<OpenIndex, 'guests'>,
  { firstGuest, endGuest }: ArtistRun,
  titles: readonly TitleWords[],
  take: TakeHit,
): void {
  const rows = endGuest - firstGuest
  if (rows <= 0 || rows > MAX_RUN) return
  const words = GUEST_BYTES / 4
  const others = guests.readWords(firstGuest * GUEST_BYTES, rows * GUEST_BYTES)
  for (const [number, title] of titles.entries()) {
    const { count, places, fits } = scanKeys(others, words, title)
    for (let at = 0; at < count; at++)
      take(number, others[(places[at] as number) * words + 2] as number, fits[at] as number)
  }
}
