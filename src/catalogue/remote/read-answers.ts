import { asRecord, parseJson } from '../../base/json.ts'
import type { ShardTracks } from '../shards/round.ts'
import type {
  ArtistHits,
  ChooseAsk,
  NearHits,
  NumberedRecord,
  PartAnswer,
  ReadAsk,
  SearchAsk,
  SearchPart,
  ShardAnswer,
  ShardAsk,
} from '../shards/shard.ts'
import { check, readCount, readList, readNumber, readObject } from './check.ts'
import { readRecording } from './records.ts'

/** Of one list of numbers: more than a shard can have to say. */
const MAX_NUMBERS = 2 ** 20
const MAX_NEAR = 64

/** The answers to these questions, held to them and to the tracks that the shard has. Throws MalformedError. */
export function readAnswers(
  text: string,
  asks: readonly ShardAsk[],
  tracksOf: (index: number) => ShardTracks,
): readonly ShardAnswer[] {
  const answers = readList(asRecord(parseJson(text)).answers, asks.length, (answer) => answer)
  check(answers.length === asks.length)
  return asks.map((ask, at) => readAnswer(readObject(answers[at]), ask, tracksOf(ask.index)))
}

function readAnswer(
  answer: Readonly<Record<string, unknown>>,
  ask: ShardAsk,
  tracks: ShardTracks,
): ShardAnswer {
  check(answer.kind === ask.kind)
  switch (ask.kind) {
    case 'search':
      return readSearch(answer, ask, tracks)
    case 'choose':
      return { kind: 'choose', chosen: readChosen(answer.chosen, ask) }
    case 'read':
      return { kind: 'read', records: readRead(answer.records, ask) }
  }
}

function readSearch(
  { coded, parts, records }: Readonly<Record<string, unknown>>,
  ask: SearchAsk,
  tracks: ShardTracks,
): ShardAnswer {
  const given = readList(parts, ask.parts.length, (part) => part)
  return {
    kind: 'search',
    coded: readNumbers(coded, 1, 0, tracks),
    parts: ask.parts.map((part, at) => readPart(readObject(given[at]), part, tracks)),
    records: readList(records, ask.most, (item) => readRecord(item, tracks)),
  }
}

function readPart(
  { artists, near, anywhere }: Readonly<Record<string, unknown>>,
  asked: SearchPart,
  tracks: ShardTracks,
): PartAnswer {
  const { titles } = asked
  const readHits = (value: unknown) => {
    const hits = readList(value, titles.length, (pairs) => readNumbers(pairs, 2, 0, tracks))
    check(hits.length === 0 || hits.length === titles.length)
    return hits
  }
  const readArtist = (value: unknown): ArtistHits | null => {
    if (value === null) return null
    const { own, guests, guestRows } = readObject(value)
    return { own: readHits(own), guests: readHits(guests), guestRows: readCount(guestRows) }
  }
  const readNear = (value: unknown): NearHits => {
    const { probe, hash, own } = readObject(value)
    return { probe: readCount(probe), hash: readCount(hash), own: readHits(own) }
  }
  const part = {
    artists: readList(artists, asked.artists.length, readArtist),
    near: readList(near, asked.misspelt.length, (list) => readList(list, MAX_NEAR, readNear)),
    anywhere: readList(anywhere, titles.length, (list) => readNumbers(list, 3, 1, tracks)),
  }
  check(part.artists.length === asked.artists.length)
  check(part.near.length === asked.misspelt.length)
  check(part.anywhere.length === (asked.anywhere ? titles.length : 0))
  return part
}

/** Groups of whole numbers; in each, the one at `track` is a track of the shard's. */
function readNumbers(
  value: unknown,
  size: number,
  track: number,
  { firstTrack, endTrack }: ShardTracks,
): readonly number[] {
  check(Array.isArray(value) && value.length <= MAX_NUMBERS && value.length % size === 0)
  for (let at = 0; at < value.length; at++) {
    const number = readCount(value[at])
    check(at % size !== track || (number >= firstTrack && number < endTrack))
  }
  return value
}

function readRecord(value: unknown, { firstTrack, endTrack }: ShardTracks): NumberedRecord {
  check(Array.isArray(value) && value.length === 2)
  const track = readCount(value[0])
  check(track >= firstTrack && track < endTrack)
  return [track, readRecording(value[1])]
}

function readChosen(value: unknown, { hits, most }: ChooseAsk) {
  const asked = new Set(hits.map(({ track }) => track))
  const chosen = readList(value, most, (item) => {
    check(Array.isArray(item) && item.length === 3 && asked.delete(readCount(item[0])))
    return [readCount(item[0]), readNumber(item[1]), readRecording(item[2])] as const
  })
  check(chosen.length === Math.min(most, hits.length))
  return chosen
}

/** Each of the tracks asked for, in their order. */
function readRead(value: unknown, { tracks }: ReadAsk): readonly NumberedRecord[] {
  const records = readList(value, tracks.length, (item) => item)
  return tracks.map((track, at) => {
    const record = records[at]
    check(Array.isArray(record) && record.length === 2 && record[0] === track)
    return [track, readRecording(record[1])]
  })
}
