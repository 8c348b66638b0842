import { asList, asRecord } from '../../../base/json.ts'
import { emptyRow, type ReadRow, skipRow } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import { kindOfSpotifyUri, readLocalUri, reasonNoTrack } from '../../reading/spotify-uri.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * One element of a playlist's or the library's page. What it holds is under `item` since February 2026,
 * under `track` before that, and in `/me/tracks` still.
 */
export function readItem(value: unknown): ReadRow {
  const element = asRecord(value)
  const thing = isThing(element.item) ? element.item : element.track
  if (!isThing(thing)) return emptyRow()
  return readTrack(thing, { addedAt: cleanAddedAt(element.added_at) })
}

const isThing = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A track, as `/tracks/ID` and the elements of lists give it; an episode says so by its type. */
export function readTrack(
  track: Fields,
  more: { readonly addedAt?: unknown; readonly album?: Fields } = {},
): ReadRow {
  const uri = firstText(track.uri)
  const kind = firstText(track.type) || (kindOfSpotifyUri(uri) ?? 'track')
  if (kind !== 'track' && kind !== 'local')
    return skipRow(
      [track.name, asRecord(track.show).name].map(firstText).filter(Boolean).join(' · '),
      reasonNoTrack(kind.slice(0, 20)),
    )
  const { addedAt } = more
  if (firstText(track.name).trim() === '') {
    // A file of the user's own that has no tags: its address still names it.
    if (uri.startsWith('spotify:local:')) return readLocalUri(uri, { addedAt })
    // What was withdrawn keeps its address, and nothing else.
    if (kindOfSpotifyUri(uri) === 'track')
      return {
        ...skipRow('', 'A track that was withdrawn: Spotify no longer names it.', uri),
        withdrawn: true,
      }
  }
  const album = more.album ?? asRecord(track.album)
  const note = explainUnplayable(track)
  return {
    kind: 'track',
    title: track.name,
    artists: namesOf(track.artists),
    album: album.name,
    albumArtists: namesOf(album.artists),
    durationMs: track.duration_ms,
    date: album.release_date,
    isrc: asRecord(track.external_ids).isrc,
    trackNumber: track.track_number,
    discNumber: track.disc_number,
    uri,
    addedAt,
    note,
    withdrawn: note === undefined ? undefined : (true as const),
  }
}

const namesOf = (artists: unknown) =>
  asList(artists)
    .slice(0, 200)
    .map((artist) => asRecord(artist).name)

/** Additions from before 2010 or so were not written down, and are given as the beginning of time. */
const cleanAddedAt = (value: unknown) =>
  typeof value === 'string' && !value.startsWith('1970-01-01') ? value : undefined

function explainUnplayable({ is_playable, restrictions }: Fields): string | undefined {
  if (is_playable !== false) return undefined
  const reason = firstText(asRecord(restrictions).reason)
  if (reason === 'market') return 'Spotify does not play it in your country any more.'
  return 'Spotify no longer plays it.'
}
