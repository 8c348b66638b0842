import type { Playlist } from '../../model/playlist.ts'
import { ListenLog } from '../reading/listens.ts'
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
  const log = new ListenLog()
  for (const { track } of parts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'track' ? [entry] : [])),
  )) {
    const { addedAt, year, ...rest } = track
    log.add({ ...rest, at: addedAt, date: year })
  }
  const name = 'Listening History'
  const others = parts.flatMap(({ notes }) => notes.filter((note) => !log.addNote(note)))
  const notes = distinctReasons(others).slice(0, 20)
  return log.toPlaylist({ format, name, fallbackName: name, creator, notes })
}
