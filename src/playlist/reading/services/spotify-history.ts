import { asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Listen, NoListen } from '../listens.ts'

/** Spotify counts a stream from 30 seconds on; what was stopped sooner counts as skipped. */
export const MIN_PLAY_MS = 30_000

/** True for the beginning of a listening history, of either kind. */
export const isSpotifyHistory = (head: string) =>
  /^\[\s*\{[^{}]*"(?:ms_played|msPlayed)"\s*:/.test(head)

/**
 * One row of a listening history, the account data's (`endTime, artistName, trackName, msPlayed`) or the
 * extended one's (`ts, ms_played, master_metadata_…, spotify_track_uri`), or why it is no play of a track.
 * By whom, where, from which address and on what device it was played is not looked at.
 */
export function readSpotifyPlay(value: unknown): Listen | NoListen {
  const row = asRecord(value)
  const ms = row.ms_played ?? row.msPlayed
  if (typeof ms !== 'number') return 'other'
  if (ms < MIN_PLAY_MS) return 'short'
  const title = row.master_metadata_track_name ?? row.trackName
  if (typeof title !== 'string' || title === '') return 'other'
  return {
    title,
    artists: [row.master_metadata_album_artist_name ?? row.artistName],
    album: row.master_metadata_album_album_name,
    uri: row.spotify_track_uri,
    at: row.ts ?? row.endTime,
  }
}

export const HISTORY_NOTE: Reason = reason('playlist.history-plays')
