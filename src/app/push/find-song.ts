import { rank } from '../../match/rank.ts'
import { rankCopies } from '../../match/rank-copies.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import type { PlaylistServer } from '../../playlist/servers/server.ts'
import { readServerLink } from '../../playlist/servers/server-link.ts'
import type { ExportedEntry } from '../../report/playlists/writer.ts'
import { type ServerSong, SongIndex } from './song-index.ts'

export type FoundBy = 'song' | 'path' | 'mbid' | 'isrc' | 'names'

/** The song that an entry is at the place it goes to, and by what it was found; or why there is none. */
export type FoundSong =
  | { readonly id: string; readonly by: FoundBy }
  | { readonly why: Reason; readonly id?: undefined }

/** Says what an entry is there. */
export type FindSong = (entry: ExportedEntry, signal: AbortSignal) => Promise<FoundSong>

export const notThere = (): FoundSong => ({ why: reason('app.push-not-there') })

/** Reads all songs of a server once, to find each entry among them; one that does not give all is asked for each. */
export async function openFinder(
  server: PlaylistServer,
  signal: AbortSignal,
  onRead: (done: number) => void,
): Promise<FindSong> {
  const index = new SongIndex(await server.songs(signal, onRead))
  if (!index.isEmpty) return async (entry) => findIn(index, entry, server)
  return async (entry, stop) => {
    const { title } = entry.track
    const found = await server.search(title, stop)
    return findIn(new SongIndex(found), entry, server)
  }
}

/** The same song, the same file, the same recording, or the one that matches: in this order. */
function findIn(index: SongIndex, entry: ExportedEntry, { account }: PlaylistServer): FoundSong {
  const { track, mbid } = entry
  const link = track.uri === undefined ? undefined : readServerLink(track.uri)
  const isHere =
    link?.kind === 'server' && link.server === account.kind && link.base === account.base
  if (isHere && link.song !== undefined && index.has(link.song))
    return { id: link.song, by: 'song' }
  for (const path of [entry.file, entry.source, track.path]) {
    const song = path === undefined ? undefined : index.byPath(path, track)
    if (song) return { id: song.id, by: 'path' }
  }
  const named = mbid ?? mbidIn(track.uri)
  const sameMbid = best(track, named === undefined ? [] : index.byMbid(named))
  if (sameMbid) return { id: sameMbid.id, by: 'mbid' }
  const { isrc } = track
  const sameIsrc = best(track, isrc === undefined ? [] : index.byIsrc(isrc))
  if (sameIsrc) return { id: sameIsrc.id, by: 'isrc' }
  return findAlike(track, index.alike(track))
}

function findAlike(track: Track, songs: readonly ServerSong[]): FoundSong {
  // Of several lengths of one song one would have to be taken, too.
  const { decision, matches } = rankCopies(track, songs)
  const [first] = matches
  if (decision === 'match' && first) return { id: first.recording.id, by: 'names' }
  return decision === 'ambiguous' ? { why: reason('app.push-unsure') } : notThere()
}

/** Of songs that are one recording by their number, the likest; none where all of them are another song. */
function best(track: Track, songs: readonly ServerSong[]): { readonly id: string } | undefined {
  const { matches, decision } = rank(track, songs)
  return decision === 'none' ? undefined : matches[0]?.recording
}

export const mbidIn = (uri: string | undefined) =>
  /^https?:\/\/musicbrainz\.org\/recording\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    uri ?? '',
  )?.[1]
