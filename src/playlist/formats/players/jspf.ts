import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { firstText, parseJson } from '../../reading/json.ts'
import { placeRow } from '../../reading/location.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'

/** JSPF, XSPF's form in JSON: https://www.xspf.org/jspf; with ListenBrainz's extension: https://musicbrainz.org/doc/jspf. */
export const jspf: PlaylistFormat = {
  name: 'jspf',
  title: reason('playlist.format-jspf'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s?\s?\{/.test(head)) return 0
    const named = extensionOf(input.name) === 'jspf'
    if (/"playlist"\s*:\s*\{/.test(head) && (named || /"track"\s*:\s*\[/.test(head))) return 1
    return named ? 0.9 : 0
  },

  read(input) {
    const root = asRecord(parseJson(input.text))
    const wrapped = asList(root.playlists).map((each) => asRecord(each).playlist)
    const playlists = [root.playlist, ...wrapped].filter(Boolean)
    if (playlists.length === 0) throw new UserError(reason('playlist.jspf-empty'))
    return playlists.map((playlist) => readPlaylist(asRecord(playlist), input))
  },

  count: ({ text }) => countItems(text, 'playlist.track[]', 'playlists[].playlist.track[]'),
}

function readPlaylist(playlist: JsonObject, input: FormatInput): Playlist {
  return buildPlaylist(
    {
      format: 'jspf',
      name: playlist.title,
      fallbackName: nameOf(input),
      // ListenBrainz writes HTML into it, against the specification.
      description: firstText(playlist.annotation).replaceAll(/<\/?[a-z][^<>]*>/gi, ''),
      creator: playlist.creator,
      uri: firstText(playlist.identifier),
    },
    asList(playlist.track).map((track) => readTrack(asRecord(track))),
  )
}

function readTrack(track: JsonObject): ReadRow {
  const more = asRecord(asRecord(track.extension)['https://musicbrainz.org/doc/jspf#track'])
  const credited = asList(asRecord(more.additional_metadata).artists)
    .map((artist) => asRecord(artist).artist_credit_name)
    .filter((name) => typeof name === 'string')
  const locations = [track.location ?? []].flat().map(firstText)
  const identifiers = [track.identifier ?? []].flat().map(firstText)
  return placeRow(
    {
      kind: 'track',
      title: track.title,
      artists: credited.length > 0 ? credited : [track.creator],
      album: track.album,
      durationMs: track.duration,
      trackNumber: track.trackNum,
      addedAt: more.added_at,
    },
    locations,
    identifiers,
  )
}
