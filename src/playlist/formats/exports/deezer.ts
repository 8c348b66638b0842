import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist } from '../../reading/entries.ts'
import { parseJson } from '../../reading/json.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { readTrack } from '../../services/deezer/row.ts'

/** Playlists as Deezer's API gives them, kept by programs: https://developers.deezer.com/api/playlist. */
export const deezer: PlaylistFormat = {
  name: 'deezer',
  title: textReason('Deezer (JSON)'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}[{[]/.test(head)) return 0
    const marked = /"title_short"\s*:|deezer\.com\/(?:track|playlist)\//.test(head)
    const shaped = /"data"\s*:\s*\[/.test(head) && /"artist"\s*:\s*\{/.test(head)
    return marked && shaped ? 0.95 : 0
  },

  read(input) {
    const root = parseJson(input.text)
    return (Array.isArray(root) ? root : [root]).map((each) => build(input, asRecord(each)))
  },

  count: ({ text }) =>
    countItems(text, ...['', '[].'].flatMap((root) => TRACKS.map((place) => root + place))),
}

const TRACKS = ['tracks.data[]', 'tracks[]', 'data[]']

/** A playlist with its tracks in it, or a page of tracks alone. */
function build(input: FormatInput, list: JsonObject): Playlist {
  const tracks = asList(asRecord(list.tracks).data ?? list.data ?? list.tracks)
  return buildPlaylist(
    {
      format: 'deezer',
      name: list.title,
      fallbackName: nameOf(input),
      description: list.description,
      creator: asRecord(list.creator).name,
      uri: list.link,
    },
    tracks.map((track) => readTrack(asRecord(track))),
  )
}
