import { asList, asRecord } from '../../../base/json.ts'
import { textReason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { parseJson } from '../../reading/json.ts'
import { nameOf } from '../../reading/names/file-name.ts'

/** spotDL's `.spotdl`, of `save` (a list of songs) and of `sync` (with what was asked for): https://github.com/spotDL/spotify-downloader. */
export const spotdl: PlaylistFormat = {
  name: 'spotdl',
  title: textReason('spotDL'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}[{[]/.test(head)) return 0
    return /"album_name"\s*:/.test(head) &&
      /"(?:song_id|list_name|artist_id|song_list)"\s*:/.test(head)
      ? 1
      : 0
  },

  read(input) {
    const root = parseJson(input.text)
    const lists = new Map<string, ReadRow[]>()
    for (const song of Array.isArray(root) ? root : asList(asRecord(root).songs)) {
      const { list_name: listName } = asRecord(song)
      const name = typeof listName === 'string' ? listName : ''
      const rows = lists.get(name) ?? []
      rows.push(readSong(song))
      lists.set(name, rows)
    }
    if (lists.size === 0) lists.set('', [])
    const [only] = lists.size === 2 && lists.has('') ? [...lists.keys()].filter(Boolean) : []
    // Songs without a list among those of one belong to it.
    const joined = only === undefined ? lists : new Map([[only, [...lists.values()].flat()]])
    return [...joined].map(([name, rows]) =>
      buildPlaylist({ format: 'spotdl', name, fallbackName: nameOf(input) }, rows),
    )
  },

  count: ({ text }) => countItems(text, '[]', 'songs[]'),
}

function readSong(value: unknown): ReadRow {
  const song = asRecord(value)
  const artists = asList(song.artists)
  return {
    kind: 'track',
    title: song.name,
    artists: artists.length > 0 ? artists : [song.artist],
    album: song.album_name,
    albumArtists: [song.album_artist],
    durationMs: secondsToMs(song.duration),
    date: song.date || song.year,
    isrc: song.isrc,
    trackNumber: song.track_number,
    discNumber: song.disc_number,
    uri: song.url,
  }
}
