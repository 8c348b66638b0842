import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { type ReadRow, skipRow } from '../../reading/entries.ts'

/** A track as lists and `/track/ID` give it. `release_date` is not read: it is the edition's. */
export function readTrack(track: JsonObject, more: { readonly album?: unknown } = {}): ReadRow {
  const { id, title, type } = track
  if (typeof type === 'string' && type !== 'track')
    return skipRow(title, reason('playlist.podcast-episode'))
  const credited = asList(track.contributors)
    .slice(0, 200)
    .map((artist) => asRecord(artist).name)
  return {
    kind: 'track',
    title,
    artists: credited.length > 0 ? credited : [asRecord(track.artist).name],
    album: more.album ?? asRecord(track.album).title,
    durationMs: typeof track.duration === 'number' ? track.duration * 1000 : undefined,
    isrc: track.isrc,
    trackNumber: track.track_position,
    discNumber: track.disk_number,
    addedAt: readTime(track.time_add),
    // What listeners have uploaded themselves has a number below 0, and no page.
    uri:
      (typeof id === 'number' || typeof id === 'string') && Number(id) > 0
        ? `https://www.deezer.com/track/${id}`
        : undefined,
    note:
      track.readable === false ? reason('playlist.not-played', { service: 'Deezer' }) : undefined,
  }
}

/** Seconds since 1970. */
const readTime = (value: unknown) =>
  typeof value === 'number' && value > 0 && value < 1e11
    ? new Date(value * 1000).toISOString()
    : undefined
