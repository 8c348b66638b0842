import type { Track } from '../../../model/track.ts'
import { askForJson, type JsonAnswer } from '../../online/ask.ts'
import { chooseWords } from '../../online/query.ts'
import type { ProviderContext } from '../../provider.ts'

// ws/2, https://musicbrainz.org/doc/MusicBrainz_API: one request a second, told who asks; 503 when asked faster.

export const title = 'MusicBrainz'

export type MusicBrainzAnswer = JsonAnswer | undefined

/** Asks, and counts what has been asked. */
export interface Asker {
  readonly asked: number
  byIsrc(isrc: string): Promise<MusicBrainzAnswer>
  bySearch(query: string): Promise<MusicBrainzAnswer>
  /** With the addresses of its recordings: one answer for all tracks of an album. */
  forRelease(id: string): Promise<MusicBrainzAnswer>
  forArtist(id: string): Promise<MusicBrainzAnswer>
}

export function openAsker({ http }: ProviderContext, signal: AbortSignal): Asker {
  let asked = 0
  const ask = (path: string, query: Readonly<Record<string, string>>) => {
    asked++
    const parameters = new URLSearchParams({ ...query, fmt: 'json' })
    const url = `https://musicbrainz.org/ws/2/${path}?${parameters}`
    return askForJson(http, title, { url }, signal)
  }
  const recording = 'artist-credits aliases isrcs releases release-groups url-rels'
  return {
    get asked() {
      return asked
    },
    byIsrc: (isrc) => ask(`isrc/${isrc}`, { inc: recording }),
    bySearch: (query) => ask('recording', { query, limit: '50' }),
    forRelease: (id) => ask(`release/${id}`, { inc: 'url-rels recordings recording-level-rels' }),
    forArtist: (id) => ask(`artist/${id}`, { inc: 'aliases url-rels' }),
  }
}

/** Lengths that one recording has in two catalogues are at most so far apart. */
const WINDOW_MS = 10_000

/**
 * In Lucene's language: title and artist are needed, a length near the track's counts besides. The words hold
 * none of its signs. Undefined where the title has no words.
 */
export function chooseQuery(track: Track): string | undefined {
  const words = chooseWords(track)
  if (words.title.length === 0) return undefined
  const { durationMs } = track
  const artist = words.artist.join(' ')
  return [
    `+recording:(${words.title.join(' ')})`,
    ...(artist === '' ? [] : [`+(artist:(${artist}) creditname:(${artist}))`]),
    ...(durationMs === undefined
      ? []
      : [`dur:[${Math.max(0, durationMs - WINDOW_MS)} TO ${durationMs + WINDOW_MS}]`]),
  ].join(' ')
}
