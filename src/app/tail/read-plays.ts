import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { readPlaylists } from '../../playlist/read.ts'
import { UserError } from '../../words/user-error.ts'

/** The tracks of a listening history, each once. */
export interface PlayedTracks {
  /** With `plays` where the history tells any; a library's track that was never played has none. */
  readonly tracks: readonly Track[]
  /** What the reader noticed: plays left out as too short, rows without a track. */
  readonly notes: readonly Reason[]
}

/**
 * Reads how often each track was played, from any history that `playlist` reads: Spotify, Last.fm, ListenBrainz,
 * Libre.fm, Maloja, tables, and libraries of players that count. Of millions of rows the counts alone stay in
 * memory. A track that several lists of a library name counts once. Throws UserError where no plays are told.
 */
export async function readPlays(
  inputs: readonly string[],
  options: { readonly stdin?: AsyncIterable<Uint8Array>; readonly signal?: AbortSignal } = {},
): Promise<PlayedTracks> {
  const playlists = await readPlaylists(inputs, options)
  const tracks = new Map<string, Track>()
  for (const { entries } of playlists)
    for (const entry of entries) {
      if (entry.kind !== 'track') continue
      const { title, artists, album, uri, plays = 0 } = entry.track
      const key = JSON.stringify([uri ?? '', title, artists, album])
      if (plays >= (tracks.get(key)?.plays ?? 0)) tracks.set(key, entry.track)
    }
  const all = [...tracks.values()]
  if (!all.some(({ plays = 0 }) => plays > 0))
    throw new UserError(reason('app.tail-no-plays'), reason('app.tail-name-history'))
  return { tracks: all, notes: playlists.flatMap(({ notes }) => notes) }
}
