import { asList, asRecord, asText, type JsonObject } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { type Reason, reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../../reading/entries.ts'
import { firstText, parseJson } from '../../reading/json.ts'

/**
 * Apple Music in a copy of one's data (https://privacy.apple.com): `Apple Music Library Tracks.json` names the tracks,
 * `Apple Music Library Playlists.json` the playlists, by the tracks' numbers. Alone the first is the library as one list.
 */
export const appleMusic: PlaylistFormat = {
  name: 'apple-music',
  title: textReason('Apple Music (privacy.apple.com)'),
  recognise: (input) => (kindOf(input) ? 1 : 0),
  read: (input) => readAll([input]),
  count: (input) => countAll([input]),
  together: {
    includes: (input) => kindOf(input) !== undefined,
    read: readAll,
    count: countAll,
  },
}

function kindOf({ text }: FormatInput): 'tracks' | 'playlists' | undefined {
  const head = text.slice(0, 64 * 1024)
  if (!/^\s{0,9}\[\s*\{/.test(head)) return undefined
  if (/"Playlist Item Identifiers"\s*:|"Container Identifier"\s*:/.test(head)) return 'playlists'
  return /"Track Identifier"\s*:/.test(head) && /"Title"\s*:/.test(head) ? 'tracks' : undefined
}

function readAll(inputs: readonly FormatInput[]): readonly Playlist[] {
  const valuesOf = (kind: 'tracks' | 'playlists') =>
    inputs
      .filter((input) => kindOf(input) === kind)
      .flatMap(({ text }) => asList(parseJson(text)).map(asRecord))
  const tracks = valuesOf('tracks')
  const lists = valuesOf('playlists').filter(isList)
  if (lists.length === 0) return [build('Apple Music Library', {}, tracks.map(readTrack))]
  const byId = new Map<unknown, ReadRow>()
  for (const track of tracks)
    for (const key of IDENTIFIERS) if (track[key]) byId.set(asText(track[key]), readTrack(track))
  const itemsOf = (list: JsonObject) => asList(list['Playlist Item Identifiers']).map(asText)
  checkCount(lists.reduce((sum, list) => sum + itemsOf(list).length, 0))
  return lists.map((list, index) =>
    build(
      `Playlist ${index + 1}`,
      list,
      itemsOf(list).map((id) => byId.get(id) ?? skipRow(id, reason('playlist.not-in-library'))),
      tracks.length === 0 ? [reason('playlist.tracks-in-other-file', { file: TRACKS_FILE })] : [],
    ),
  )
}

/** The tracks of all lists; where there are none, those of the library. */
function countAll(inputs: readonly FormatInput[]): number {
  const of = (kind: 'tracks' | 'playlists', ...places: readonly string[]) =>
    inputs
      .filter((input) => kindOf(input) === kind)
      .reduce((sum, { text }) => sum + countItems(text, ...places), 0)
  const listed = of('playlists', '[].Playlist Item Identifiers')
  return listed > 0 ? of('playlists', '[].Playlist Item Identifiers[]') : of('tracks', '[]')
}

/** A folder has no items of its own, and the library as a whole is nobody's playlist. */
const isList = (list: JsonObject) =>
  Array.isArray(list['Playlist Item Identifiers']) && list['Container Type'] !== 'Master'

const TRACKS_FILE = 'Apple Music Library Tracks.json'

const IDENTIFIERS = [
  'Track Identifier',
  'Apple Music Track Identifier',
  'Tag Matched Track Identifier',
  'Purchased Track Identifier',
]

function build(
  fallbackName: string,
  list: JsonObject,
  rows: readonly ReadRow[],
  notes: readonly Reason[] = [],
): Playlist {
  const { Title: name, Description: description } = list
  return buildPlaylist({ format: 'apple-music', name, fallbackName, description, notes }, rows)
}

function readTrack(track: JsonObject): ReadRow {
  const type = firstText(track['Content Type'])
  if (/podcast/i.test(type)) return skipRow(track.Title, reason('playlist.podcast-episode'))
  if (/audiobook|book/i.test(type)) return skipRow(track.Title, reason('playlist.audiobook'))
  if (/movie/i.test(type)) return skipRow(track.Title, reason('playlist.film'))
  if (/tv|show/i.test(type)) return skipRow(track.Title, reason('playlist.television-episode'))
  return {
    kind: 'track',
    title: track.Title,
    artists: [track.Artist],
    album: track.Album,
    albumArtists: [track['Album Artist']],
    durationMs: track['Track Duration'],
    date: track['Track Year'],
    trackNumber: track['Track Number On Album'],
    discNumber: track['Disc Number Of Album'],
    addedAt: track['Date Added To Library'],
    plays: track['Track Play Count'],
  }
}
