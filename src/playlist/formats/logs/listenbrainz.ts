import { asList, asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { countLines } from '../../reading/count/lines.ts'
import { parseJson } from '../../reading/json.ts'
import { readLines } from '../../reading/lines.ts'
import { gatherListens, type Listen } from '../../reading/listens.ts'

/**
 * ListenBrainz's export of listens, a line each in a file for each month, or one list:
 * https://listenbrainz.readthedocs.io/en/latest/users/json.html.
 */
export const listenbrainz: PlaylistFormat = {
  name: 'listenbrainz',
  title: reason('playlist.format-listenbrainz'),
  isLog: true,

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}[{[]/.test(head)) return 0
    return /"track_metadata"\s*:\s*\{/.test(head) && /"listened_at"\s*:/.test(head) ? 1 : 0
  },

  read(input) {
    const name = 'ListenBrainz'
    const head = { format: 'listenbrainz', name, fallbackName: name }
    return [gatherListens(head, readListens(input))]
  },

  count: ({ text }) =>
    /^\s*\[/.test(text) ? countItems(text, '[]') : countLines(text, (line) => line !== ''),
}

function* readListens(input: FormatInput): Generator<Listen> {
  if (/^\s*\[/.test(input.text)) {
    for (const value of asList(parseJson(input.text))) yield readListen(value)
    return
  }
  for (const line of readLines(input.text)) yield readListen(parseLine(line))
}

/** A line that is broken costs itself alone. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function readListen(value: unknown): Listen {
  const { listened_at, track_metadata } = asRecord(value)
  const { track_name, artist_name, release_name, additional_info, mbid_mapping } =
    asRecord(track_metadata)
  const info = asRecord(additional_info)
  const credited = asList(asRecord(mbid_mapping).artists)
    .map((artist) => asRecord(artist).artist_credit_name)
    .filter((name) => typeof name === 'string' && name !== '')
  const seconds = typeof info.duration === 'number' ? info.duration * 1000 : undefined
  return {
    title: track_name,
    artists: credited.length > 0 ? credited : [artist_name],
    album: release_name,
    durationMs: info.duration_ms ?? seconds,
    isrc: info.isrc,
    uri: info.spotify_id ?? info.origin_url,
    trackNumber: info.tracknumber,
    at: listened_at,
  }
}
