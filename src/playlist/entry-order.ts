import type { Entry, Playlist } from '../model/playlist.ts'
import { reason } from '../model/reason.ts'

/** How entries are put in order: as the input has them, or the most played first. */
export type EntryOrder = 'playlist' | 'plays'

/**
 * The most played first, and numbered so; what was played as often stays in its order, what nothing is
 * known of comes after, what is no track last. Without any count the playlist stays as it is, and says so.
 */
export function orderByPlays(playlist: Playlist): Playlist {
  const { entries, notes } = playlist
  if (!entries.some((entry) => playsOf(entry) > 0))
    return { ...playlist, notes: [...notes, reason('playlist.no-plays')] }
  const ordered = entries
    .toSorted((a, b) => playsOf(b) - playsOf(a))
    .map((entry, index) => ({ ...entry, position: index + 1 }))
  return { ...playlist, entries: ordered }
}

const playsOf = (entry: Entry) => (entry.kind === 'track' ? (entry.track.plays ?? 0) : -1)
