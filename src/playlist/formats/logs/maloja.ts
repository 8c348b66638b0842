import { asList, asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countItems } from '../../reading/count/items.ts'
import { parseJson } from '../../reading/json.ts'
import { gatherListens, type Listen } from '../../reading/listens.ts'

/** Maloja's backup of its scrobbles: https://github.com/krateng/maloja. Lengths are in seconds. */
export const maloja: PlaylistFormat = {
  name: 'maloja',
  title: reason('playlist.format-maloja'),
  isLog: true,

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    return /^\s{0,9}\{/.test(head) && /"scrobbles"\s*:\s*\[/.test(head) ? 1 : 0
  },

  read(input) {
    const name = 'Maloja'
    const scrobbles = asList(asRecord(parseJson(input.text)).scrobbles)
    return [
      gatherListens({ format: 'maloja', name, fallbackName: name }, scrobbles.map(readScrobble)),
    ]
  },

  count: ({ text }) => countItems(text, 'scrobbles[]'),
}

function readScrobble(value: unknown): Listen {
  const { time, track } = asRecord(value)
  const { title, artists, album, length } = asRecord(track)
  const { albumtitle, artists: albumArtists } = asRecord(album)
  return {
    title,
    artists: asList(artists),
    album: albumtitle,
    albumArtists: asList(albumArtists),
    durationMs: secondsToMs(length),
    at: time,
  }
}
