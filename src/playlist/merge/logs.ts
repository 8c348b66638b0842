import type { Playlist } from '../../model/playlist.ts'
import { buildPlaylist } from '../reading/entries.ts'
import { PlayCounter } from '../reading/listens.ts'
import { distinctReasons } from '../reading/notes.ts'

/** The parts of one log of listening (a file for each month) as one playlist; other playlists as they are. */
export function joinLogs(playlists: readonly Playlist[], logs: ReadonlySet<string>): Playlist[] {
  const joined: Playlist[] = []
  const seen = new Set<string>()
  for (const playlist of playlists) {
    const { format } = playlist
    const parts = logs.has(format) ? playlists.filter((each) => each.format === format) : [playlist]
    if (parts.length === 1) joined.push(playlist)
    else if (!seen.has(format)) joined.push(joinParts(parts, playlist))
    seen.add(format)
  }
  return joined
}

function joinParts(parts: readonly Playlist[], { format, creator }: Playlist): Playlist {
  const tally = new PlayCounter()
  for (const { track } of parts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'track' ? [entry] : [])),
  )) {
    const { addedAt, year, ...rest } = track
    tally.add({ ...rest, at: addedAt, date: year })
  }
  const name = 'Listening History'
  const notes = distinctReasons(parts.flatMap((part) => part.notes)).slice(0, 20)
  return buildPlaylist({ format, name, fallbackName: name, creator, notes }, tally.rows())
}
