import type { Track } from '../../../model/track.ts'
import { askForJson, type JsonAnswer } from '../../online/ask.ts'
import { chooseWords } from '../../online/query.ts'
import type { OnlineContext } from '../../source.ts'

// ws/2, https://musicbrainz.org/doc/MusicBrainz_API: one request a second, told who asks; 503 when asked faster.

export const place = 'MusicBrainz'

const RECORDING = 'artist-credits aliases isrcs releases release-groups url-rels'

export type Ask = (path: string, query: Readonly<Record<string, string>>) => Promise<Asked>
export type Asked = JsonAnswer | undefined

export const askOf =
  ({ http }: OnlineContext, signal: AbortSignal): Ask =>
  (path, query) => {
    const parameters = new URLSearchParams({ ...query, fmt: 'json' })
    const url = `https://musicbrainz.org/ws/2/${path}?${parameters}`
    return askForJson(http, place, { url }, signal)
  }

export const askByIsrc = (ask: Ask, isrc: string): Promise<Asked> =>
  ask(`isrc/${isrc}`, { inc: RECORDING })

export const askForRecording = (ask: Ask, id: string): Promise<Asked> =>
  ask(`recording/${id}`, { inc: RECORDING })

export const askForArtist = (ask: Ask, id: string): Promise<Asked> =>
  ask(`artist/${id}`, { inc: 'aliases url-rels' })

/** The official releases that a recording is on, for where they can be bought. */
export const askForReleases = (ask: Ask, recordingId: string): Promise<Asked> =>
  ask('release', { recording: recordingId, status: 'official', inc: 'url-rels', limit: '25' })

export const search = (ask: Ask, query: string): Promise<Asked> =>
  ask('recording', { query, limit: '50' })

/** A length that others give for one recording is at most so far away. */
const WINDOW_MS = 10_000

/**
 * In Lucene's language: title and artist are needed, a length near the track's counts more. The words hold
 * none of its signs. Undefined where the title has no words.
 */
export function chooseQuery(track: Track): string | undefined {
  const { title, artist } = chooseWords(track)
  if (title.length === 0) return undefined
  const { durationMs } = track
  return [
    `+recording:(${title.join(' ')})`,
    ...(artist.length > 0 ? [`+artist:(${artist.join(' ')})`] : []),
    ...(durationMs === undefined
      ? []
      : [`dur:[${Math.max(0, durationMs - WINDOW_MS)} TO ${durationMs + WINDOW_MS}]`]),
  ].join(' ')
}
