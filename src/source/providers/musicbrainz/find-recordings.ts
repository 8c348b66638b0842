import { UnavailableError } from '../../../base/http/errors.ts'
import { asList, asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { unavailable } from '../../online/ask.ts'
import { readCount } from '../../online/fields.ts'
import { orderByLikeness } from '../../online/order.ts'
import { isLikeSong, isOtherSong, isSameSong } from '../../online/same-song.ts'
import { type Asker, HOST, title } from './ask.ts'
import type { PageLookUps } from './page-look-ups.ts'
import { chooseQuery } from './query.ts'
import { type KnownRecording, readRecording } from './recording.ts'
import { isOfSound } from './relations.ts'
import { chooseAddresses, readRecordingId } from './service-pages.ts'

/** Recordings that are handed on: those of one song, where it is not sure which is meant. */
const MAX_RECORDINGS = 10

/** By whom, and for what, recordings are asked. */
export interface Quest {
  readonly asker: Asker
  readonly pages: PageLookUps
  readonly track: Track
  readonly signal: AbortSignal
}

export interface FoundRecordings {
  /** The first is the one that the track is taken for. */
  readonly found: readonly KnownRecording[]
  /** Where none is: one that may be the song under other words. */
  readonly alike?: KnownRecording
}

/** By ISRC, else by the link, which are sure unless they are another song's there; else by words. */
export async function findRecordings(quest: Quest): Promise<FoundRecordings> {
  const { isrc } = quest.track
  const named = await (isrc === undefined ? findByLink(quest) : findByIsrc(quest, isrc))
  const [first] = named
  if (first && !isOtherSong(quest.track, first.recording, first.names)) return { found: named }
  const byWords = await findByWords(quest)
  return byWords.found.length > 0 ? byWords : { found: [], alike: byWords.alike ?? first }
}

/** By a search: what is at `isrc/…` holds neither releases nor their kinds. */
async function findByIsrc(quest: Quest, isrc: string): Promise<readonly KnownRecording[]> {
  if (!/^[A-Z0-9]{12}$/.test(isrc)) return []
  const found = await search(quest, `isrc:${isrc}`)
  return found.filter(({ recording }) => recording.isrc === isrc)
}

async function findByWords(quest: Quest): Promise<FoundRecordings> {
  const { track } = quest
  const query = chooseQuery(track)
  if (query === undefined) return { found: [] }
  const all = await search(quest, query)
  const found = all.filter(({ recording, names }) => isSameSong(track, recording, names))
  const alike = all.find(({ recording, names }) => isLikeSong(track, recording, names))
  return { found, alike }
}

async function search({ asker, track, signal }: Quest, query: string) {
  const said = await asker.search(query, signal)
  // A search that finds nothing says so with an empty list: 404 comes from somebody else, or from no search at all.
  if (!said)
    throw new UnavailableError(HOST, reason('source.refused', { place: title, status: 404 }))
  const { recordings, count } = asRecord(said.json)
  const isEmpty = asList(recordings).length === 0
  if (!Array.isArray(recordings) || (isEmpty && readCount(count) !== undefined))
    throw unavailable(title, said)
  const read = recordings
    .slice(0, 100)
    .flatMap((each) => readRecording(each, track, said.answer) ?? [])
  return likelyFirst(track, read)
}

/** By the page of a service, or of MusicBrainz itself. */
async function findByLink({ asker, pages, track, signal }: Quest) {
  const own = readRecordingId(track.uri)
  const id = own ?? (await findAtPages(pages, track, signal))
  const said = id === undefined ? undefined : await asker.recording(id, signal)
  if (!said) return []
  const found = readRecording(said.json, track, said.answer)
  if (!found && asRecord(said.json).video !== true) throw unavailable(title, said)
  return found ? [found] : []
}

/** The id of the recording that is heard there: of several the likeliest. */
async function findAtPages(pages: PageLookUps, track: Track, signal: AbortSignal) {
  const asked = chooseAddresses(track.uri).map((address) => pages.relationsOf(address, signal))
  const related = (await Promise.all(asked)).flat().map(asRecord).filter(isOfSound)
  const read = related.flatMap(({ recording }) => readRecording(recording, track) ?? [])
  return likelyFirst(track, read)[0]?.recording.id
}

/** Among those that are equally likely, what is out before what is not. */
function likelyFirst(track: Track, all: readonly KnownRecording[]): readonly KnownRecording[] {
  const sorted = all.toSorted((left, right) => Number(right.published) - Number(left.published))
  const byId = new Map(sorted.map((each) => [each.recording.id, each]))
  const ordered = orderByLikeness(
    track,
    sorted.map(({ recording }) => recording),
    MAX_RECORDINGS,
  )
  return ordered.flatMap(({ id }) => byId.get(id) ?? [])
}
