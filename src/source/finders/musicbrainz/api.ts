import type { Http } from '../../../base/http/http.ts'
import { asList, asRecord } from '../../../base/json.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readNames, readText } from '../../online/fields.ts'
import { chooseWords } from '../../online/query.ts'
import { type KnownRecording, readMbid, readRecording } from './recording.ts'
import { type Relation, readRelations } from './relation.ts'

const PLACE = 'MusicBrainz'
const INCLUDED = 'artist-credits+releases+isrcs+url-rels'

/** By ISRC where there is one and it is known, else by a search for the words. */
export async function askForRecordings(
  http: Http,
  track: Track,
  signal: AbortSignal,
): Promise<readonly KnownRecording[]> {
  const { isrc } = track
  const byIsrc = isrc !== undefined && (await ask(http, `isrc/${isrc}`, { inc: INCLUDED }, signal))
  const known = byIsrc ? readList(byIsrc) : []
  if (known.length > 0) return known
  const query = writeQuery(track)
  if (query === undefined) return []
  const found = await ask(http, 'recording', { query, limit: '15' }, signal)
  return found ? readList(found) : []
}

/** The words hold no sign of Lucene's language, so that none needs escaping. */
function writeQuery(track: Track): string | undefined {
  const { title, artist } = chooseWords(track)
  if (title.length === 0) return undefined
  const all = (words: readonly string[]) => `(${words.join(' AND ')})`
  const names = `recording:${all(title)}`
  return artist.length === 0
    ? names
    : `${names} AND (artist:${all(artist)} OR creditname:${all(artist)})`
}

function readList(said: JsonAnswer): readonly KnownRecording[] {
  const { recordings } = asRecord(said.json)
  if (!Array.isArray(recordings)) throw unavailable(PLACE, said)
  return asList(recordings)
    .slice(0, 100)
    .flatMap((each) => readRecording(each, said.answer) ?? [])
}

export interface KnownRelease {
  readonly relations: readonly Relation[]
  /** Relations of its recordings, by their ids. */
  readonly recordings: ReadonlyMap<string, readonly Relation[]>
}

/** A release with its own addresses and those of its recordings, in one request. */
export async function askForRelease(
  http: Http,
  id: string,
  signal: AbortSignal,
): Promise<KnownRelease | undefined> {
  const inc = 'url-rels+recordings+recording-level-rels'
  const said = await ask(http, `release/${id}`, { inc }, signal)
  if (!said) return undefined
  const { relations, media } = asRecord(said.json)
  const tracks = asList(media).flatMap((medium) => asList(asRecord(medium).tracks))
  const recordings = tracks.slice(0, 2000).flatMap((track) => {
    const recording = asRecord(asRecord(track).recording)
    const mbid = readMbid(recording.id)
    return mbid === undefined ? [] : [[mbid, readRelations(recording.relations)] as const]
  })
  return { relations: readRelations(relations), recordings: new Map(recordings) }
}

export interface KnownArtist {
  /** The name and all others it goes by. */
  readonly names: readonly string[]
  readonly relations: readonly Relation[]
}

export async function askForArtist(
  http: Http,
  id: string,
  signal: AbortSignal,
): Promise<KnownArtist | undefined> {
  const said = await ask(http, `artist/${id}`, { inc: 'aliases+url-rels' }, signal)
  if (!said) return undefined
  const { name, aliases, relations } = asRecord(said.json)
  const others = asList(aliases)
    .slice(0, 100)
    .map((alias) => readText(asRecord(alias).name))
  return {
    names: readNames([readText(name), ...others].filter((each) => each !== undefined)),
    relations: readRelations(relations),
  }
}

function ask(
  http: Http,
  path: string,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<JsonAnswer | undefined> {
  // `+` parts what is included, and must stay one.
  const query = new URLSearchParams({ ...parameters, fmt: 'json' })
    .toString()
    .replaceAll('%2B', '+')
  return askForJson(http, PLACE, { url: `https://musicbrainz.org/ws/2/${path}?${query}` }, signal)
}
