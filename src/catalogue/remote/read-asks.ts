import { asRecord, parseJson } from '../../base/json.ts'
import type { ChooseAsk, ReadAsk, SearchAsk, SearchPart, ShardAsk } from '../shards/shard.ts'
import { check, readCount, readList, readMaybe, readNumber, readObject, readText } from './check.ts'
import { MAX_ASKS } from './protocol.ts'

/** A track, and the other ways to read its title. */
const MAX_PARTS = 8
const MAX_TITLES = 4
/** Sixteen artists asked for, each with its other names. */
const MAX_ARTISTS = 8192
const MAX_MISSPELT = 8
const MAX_HITS = 1024
const MAX_MOST = 1000
const MAX_TEXT = 100_000
const MAX_NAMES = 10_000

/** The questions of a request. Throws MalformedError. */
export function readAsks(text: string): readonly ShardAsk[] {
  return readList(asRecord(parseJson(text)).asks, MAX_ASKS, readAsk)
}

function readAsk(value: unknown): ShardAsk {
  const ask = readObject(value)
  const index = readCount(ask.index)
  switch (ask.kind) {
    case 'search':
      return {
        kind: 'search',
        index,
        isrc: readMaybe(ask.isrc, readCount),
        parts: readList(ask.parts, MAX_PARTS, readPart),
        enough: readMaybe(ask.enough, (list) => readList(list, MAX_ARTISTS, readCount)),
        most: readMost(ask.most),
      } satisfies SearchAsk
    case 'choose': {
      const { track, hits, most } = ask
      return {
        kind: 'choose',
        index,
        track: readTrack(track),
        hits: readList(hits, MAX_HITS, readHit),
        most: readMost(most),
      } satisfies ChooseAsk
    }
    default:
      check(ask.kind === 'read')
      return {
        kind: 'read',
        index,
        tracks: readList(ask.tracks, MAX_HITS, readCount),
      } satisfies ReadAsk
  }
}

function readMost(value: unknown): number {
  const most = readCount(value)
  check(most <= MAX_MOST)
  return most
}

function readPart(value: unknown): SearchPart {
  const { titles, artists, misspelt, anywhere } = readObject(value)
  check(typeof anywhere === 'boolean')
  return {
    titles: readList(titles, MAX_TITLES, (title) => {
      const { hash, low, high } = readObject(title)
      return { hash: readCount(hash), low: readCount(low), high: readCount(high) }
    }),
    artists: readList(artists, MAX_ARTISTS, readCount),
    misspelt: readList(misspelt, MAX_MISSPELT, (name) => {
      const { key, hash } = readObject(name)
      return { key: readText(key, MAX_TEXT), hash: readCount(hash) }
    }),
    anywhere,
  }
}

function readTrack(value: unknown): ChooseAsk['track'] {
  const { title, artists, album, durationMs } = readObject(value)
  const readName = (name: unknown) => readText(name, MAX_TEXT)
  return {
    title: readName(title),
    artists: readList(artists, MAX_NAMES, readName),
    album: readMaybe(album, readName),
    durationMs: readMaybe(durationMs, readNumber),
  }
}

function readHit(value: unknown) {
  const { track, score, isElsewhere } = readObject(value)
  check(typeof isElsewhere === 'boolean')
  return { track: readCount(track), score: readNumber(score), isElsewhere }
}
