import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { emptyRow, type ReadRow, skipRow } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import { kindOfSpotifyUri, readLocalUri, whyNoTrack } from '../../reading/services/spotify-uri.ts'

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

const isThing = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A track, as `/tracks/ID` and the elements of lists give it; an episode says so by its type. */
export function readTrack(
  track: JsonObject,
  more: { readonly addedAt?: unknown; readonly album?: JsonObject } = {},
): ReadRow {
  const uri = firstText(track.uri)
  const kind = firstText(track.type) || (kindOfSpotifyUri(uri) ?? 'track')
  if (kind !== 'track' && kind !== 'local') {
    const names = [track.name, asRecord(track.show).name].map(firstText).filter(Boolean)
    return skipRow(names.join(' · '), whyNoTrack(kind.slice(0, 20)))
  }
  const { addedAt } = more
  const nameless = firstText(track.name).trim() === '' ? readNameless(uri, addedAt) : undefined
  if (nameless) return nameless
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
    withdrawn: note && true,
  }
}

/** A track without a name: its address may still say what it is. */
function readNameless(uri: string, addedAt: unknown): ReadRow | undefined {
  // A file of the user's own that has no tags is named by its address.
  if (uri.startsWith('spotify:local:')) return readLocalUri(uri, { addedAt })
  // A track that was withdrawn keeps its address, and nothing else.
  return kindOfSpotifyUri(uri) === 'track'
    ? { ...skipRow('', reason('playlist.withdrawn'), uri), withdrawn: true }
    : undefined
}

const namesOf = (artists: unknown) =>
  asList(artists)
    .slice(0, 200)
    .map((artist) => asRecord(artist).name)

/** Spotify did not note additions before about 2010: it gives the first second of 1970 for them. */
const cleanAddedAt = (value: unknown) =>
  typeof value === 'string' && !value.startsWith('1970-01-01') ? value : undefined

function explainUnplayable({ is_playable, restrictions }: JsonObject): Reason | undefined {
  if (is_playable !== false) return undefined
  const isMarket = firstText(asRecord(restrictions).reason) === 'market'
  return reason(isMarket ? 'playlist.not-in-your-country' : 'playlist.no-longer-played')
}
