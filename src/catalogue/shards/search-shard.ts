import type { Recording } from '../../model/recording.ts'
import { MAX_FIRST } from '../query/lookup-result.ts'
import { findNear } from '../query/near.ts'
import type { OpenIndex } from '../query/open-index.ts'
import { FIT } from '../query/scan.ts'
import { scanGuests, scanTracks } from '../query/scan-run.ts'
import { SLIP } from '../query/ways.ts'
import type {
  ArtistHits,
  AskedTitle,
  NearHits,
  PartAnswer,
  SearchAnswer,
  SearchAsk,
  SearchPart,
} from './shard.ts'

/** A shard's index; tracks are numbered as in the whole. */
interface OpenShard {
  readonly index: OpenIndex
  readonly firstTrack: number
  read(track: number): Recording
  /** Tracks of a title anywhere, as triples of place, track and seconds. */
  findAnywhere(hash: number): readonly number[]
}

/** What one shard finds. */
export function searchShard(ask: SearchAsk, shard: OpenShard): SearchAnswer {
  const coded = ask.isrc === undefined ? [] : findCoded(ask.isrc, shard)
  const [named, ...others] = ask.parts
  const first = named ? [searchPart(named, shard)] : []
  const isEnough = first.some((part) => hasEnough(part, ask.enough ?? []))
  const parts = [
    ...first,
    ...others.map(isEnough ? answerNothing : (part) => searchPart(part, shard)),
  ]
  const best = findBest(coded, first)
  const records =
    best.size > ask.most ? [] : Array.from(best, (track) => [track, shard.read(track)] as const)
  return { kind: 'search', coded, parts, records }
}

const searchPart = (
  { titles, artists, misspelt, anywhere }: SearchPart,
  shard: OpenShard,
): PartAnswer => ({
  artists: artists.map((hash) => searchArtist(hash, titles, shard)),
  near: misspelt.map((name) => searchNear(name, titles, shard)),
  anywhere: anywhere ? titles.map(({ hash }) => shard.findAnywhere(hash)) : [],
})

/** Only tracks of the artist's own count: of others' tracks, those of all shards decide which are taken. */
function hasEnough({ artists }: PartAnswer, enough: readonly number[]): boolean {
  return enough.some((at) =>
    artists[at]?.own.some((hits) => hits.some((fit, place) => place % 2 === 1 && fit >= SLIP)),
  )
}

const answerNothing = ({ titles, artists, misspelt, anywhere }: SearchPart): PartAnswer => ({
  artists: artists.map(() => null),
  near: misspelt.map(() => []),
  anywhere: anywhere ? titles.map(() => []) : [],
})

function findCoded(hash: number, { index, firstTrack }: OpenShard): readonly number[] {
  const coded: number[] = []
  index.isrcs.find(hash, (track) => void coded.push(firstTrack + track))
  return coded.sort((a, b) => a - b).slice(0, MAX_FIRST)
}

function searchArtist(
  hash: number,
  titles: readonly AskedTitle[],
  { index, firstTrack }: OpenShard,
): ArtistHits | null {
  const artist = index.artists.find(hash)
  if (artist < 0) return null
  const run = index.artists.run(artist)
  const own = titles.map((): number[] => [])
  const guests = titles.map((): number[] => [])
  scanTracks(index, run, titles, (title, track, fit) => own[title]?.push(firstTrack + track, fit))
  scanGuests(index, run, titles, (title, track, fit) =>
    guests[title]?.push(firstTrack + track, fit),
  )
  return { own, guests, guestRows: run.endGuest - run.firstGuest }
}

function searchNear(
  name: { readonly key: string; readonly hash: number },
  titles: readonly AskedTitle[],
  { index, firstTrack }: OpenShard,
): readonly NearHits[] {
  return findNear(index, name).map(({ probe, artist }) => {
    const own = titles.map((): number[] => [])
    const take = (title: number, track: number, fit: number) =>
      own[title]?.push(firstTrack + track, fit)
    scanTracks(index, index.artists.run(artist), titles, take)
    return {
      probe,
      hash: index.artists.hashOf(artist),
      own: own.some((each) => each.length > 0) ? own : [],
    }
  })
}

/** Tracks of the ISRC, and those of an artist asked for with the core title. */
function findBest(coded: readonly number[], parts: readonly PartAnswer[]): ReadonlySet<number> {
  const best = new Set(coded)
  for (const { artists } of parts)
    for (const found of artists)
      for (const hits of found ? [...found.own, ...found.guests] : [])
        for (let at = 0; at < hits.length; at += 2)
          if ((hits[at + 1] ?? 0) >= FIT.core) best.add(hits[at] ?? 0)
  return best
}
