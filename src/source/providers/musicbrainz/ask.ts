import { askForJson, type JsonAnswer } from '../../online/ask.ts'
import type { ProviderContext } from '../../provider.ts'

// ws/2, https://musicbrainz.org/doc/MusicBrainz_API: one request a second, told who asks; 503 when asked faster. Each
// kind of question takes an `inc` of its own, and is refused with any other: test/fixtures/source/musicbrainz/accepts.json.

export const title = 'MusicBrainz'
export const HOST = 'musicbrainz.org'

export type MusicBrainzAnswer = JsonAnswer | undefined

type Question = (about: string, signal: AbortSignal) => Promise<MusicBrainzAnswer>

/** Every question that is asked. */
export interface Asker {
  /** Recordings with their releases, ISRCs and what their artists are called; of labels and addresses a search knows nothing. */
  readonly search: Question
  /** The same of one recording, and its addresses. */
  readonly recording: Question
  /** Labels, and the addresses of the release and of all its recordings: one answer for all tracks of an album. */
  readonly release: Question
  /** The labels of all releases that a recording is on. */
  readonly releasesOf: Question
  /** What an artist is called, and their pages. */
  readonly artist: Question
  /** The recordings that are heard at these addresses, 100 of them at most. One that is alone is answered as itself, or by 404. */
  pages(addresses: readonly string[], signal: AbortSignal): Promise<MusicBrainzAnswer>
}

export function openAsker({ http }: ProviderContext): Asker {
  const ask = (path: string, query: [string, string][], signal: AbortSignal) => {
    const parameters = new URLSearchParams([...query, ['fmt', 'json']])
    const url = `https://${HOST}/ws/2/${path}?${parameters}`
    return askForJson(http, title, { url }, signal)
  }
  return {
    search: (query, signal) => ask('recording', [['query', query], ...UP_TO_50], signal),
    recording: (id, signal) => ask(`recording/${id}`, [['inc', OF_RECORDING]], signal),
    release: (id, signal) => ask(`release/${id}`, [['inc', OF_RELEASE]], signal),
    releasesOf: (id, signal) => ask('release', [['recording', id], ...OF_OTHERS], signal),
    artist: (id, signal) => ask(`artist/${id}`, [['inc', OF_ARTIST]], signal),
    pages: (addresses, signal) =>
      ask('url', [...addresses.map(toResource), ['inc', OF_PAGE]], signal),
  }
}

const UP_TO_50: readonly [string, string][] = [['limit', '50']]
const OF_RECORDING = 'artist-credits aliases isrcs releases release-groups url-rels'
const OF_RELEASE = 'labels url-rels recordings recording-level-rels'
const OF_ARTIST = 'aliases url-rels'
const OF_PAGE = 'recording-rels'
const OF_OTHERS: readonly [string, string][] = [
  ['inc', 'labels'],
  ['limit', '100'],
]

const toResource = (address: string): [string, string] => ['resource', address]
