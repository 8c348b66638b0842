import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { parseJson } from '../../reading/json.ts'
import { nameOf } from '../../reading/names/file-name.ts'

/** What ytmusicapi gives of YouTube Music: a playlist, several, or a list of songs: https://ytmusicapi.readthedocs.io. */
export const ytmusicapi: PlaylistFormat = {
  name: 'ytmusicapi',
  title: textReason('ytmusicapi (JSON)'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}[{[]/.test(head) || !/"videoId"\s*:/.test(head)) return 0
    return /"artists"\s*:\s*(?:\[|null)/.test(head) &&
      /"(?:duration_seconds|likeStatus|isAvailable|videoType|trackCount|duration)"\s*:/.test(head)
      ? 0.95
      : 0
  },

  read(input) {
    const root = parseJson(input.text)
    if (!Array.isArray(root)) return [build(input, asRecord(root))]
    const lists = root.filter((each) => Array.isArray(asRecord(each).tracks))
    return lists.length > 0
      ? lists.map((each) => build(input, asRecord(each)))
      : [build(input, { tracks: root })]
  },

  // A list of lists, or one of tracks.
  count: ({ text }) =>
    countItems(text, 'tracks[]', '[].tracks[]', '[]') - countItems(text, '[].tracks'),
}

function build(input: FormatInput, list: JsonObject): Playlist {
  const author = asRecord(Array.isArray(list.author) ? list.author[0] : list.author)
  return buildPlaylist(
    {
      format: 'ytmusicapi',
      name: list.title,
      fallbackName: nameOf(input),
      description: list.description,
      creator: author.name,
    },
    asList(list.tracks).map(readTrack),
  )
}

function readTrack(value: unknown): ReadRow {
  const track = asRecord(value)
  const { videoId, album } = track
  const named = asList(track.artists).map((artist) => asRecord(artist).name)
  return {
    kind: 'track',
    title: track.title,
    artists: named,
    album: typeof album === 'string' ? album : asRecord(album).name,
    durationMs: secondsToMs(track.duration_seconds ?? track.duration),
    date: track.year,
    uri:
      typeof videoId === 'string' && /^[\w-]{11}$/.test(videoId)
        ? `https://www.youtube.com/watch?v=${videoId}`
        : undefined,
    withdrawn: track.isAvailable === false ? true : undefined,
  }
}
