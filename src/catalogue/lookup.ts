import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { countBits, hashKey } from './hash.ts'
import { type ArtistKey, keysOf, keyOfTitle, type TitleKey } from './keys.ts'
import { GUEST_BYTES, KEY_BYTES } from './layout.ts'
import type { OpenIndex } from './open-index.ts'
import { Records } from './records.ts'

/** Finds the recordings of an index that may be the one a track names. */
export class Lookup {
  readonly #index: OpenIndex
  readonly #records: Records

  constructor(index: OpenIndex) {
    this.#index = index
    this.#records = new Records(index)
  }

  candidates(track: Track, most: number): Recording[] {
    const keys = keysOf(track)
    const found = new Found()
    if (track.isrc !== undefined) {
      this.#index.isrcs.find(hashKey(track.isrc), (number) => found.add(number, SCORE.isrc))
    }
    const title = keys.title
    for (const artist of keys.artists) this.#scanArtist(artist.hash, title, found, 0)
    if (found.best < SCORE.exact) {
      for (const artist of keys.artists) this.#scanNeighbours(artist, title, found)
    }
    if (found.best < SCORE.exact) {
      this.#index.titles.find(title.hash, (number) => found.add(number, SCORE.title))
    }
    return found.top(most).map((number) => this.#records.read(number))
  }

  #scanArtist(hash: number, title: TitleKey, found: Found, less: number): void {
    const artist = this.#index.artists.find(hash)
    if (artist >= 0) this.#scan(artist, title, found, less)
  }

  #scan(artist: number, title: TitleKey, found: Found, less: number): void {
    const { artists, keys, guests } = this.#index
    const run = artists.run(artist)
    const own = keys.read(run.firstTrack * KEY_BYTES, (run.endTrack - run.firstTrack) * KEY_BYTES)
    scanKeys(own, KEY_BYTES, title, (at, score) => found.add(run.firstTrack + at / KEY_BYTES, score - less))
    const others = guests.read(run.firstGuest * GUEST_BYTES, (run.endGuest - run.firstGuest) * GUEST_BYTES)
    scanKeys(others, GUEST_BYTES, title, (at, score) => found.add(others.readUInt32LE(at + 8), score - less))
  }

  #scanNeighbours({ key, hash }: ArtistKey, title: TitleKey, found: Found): void {
    const seen = new Set<number>()
    const visit = (artist: number) => {
      if (seen.size < 64 && !seen.has(artist)) {
        seen.add(artist)
        this.#scan(artist, title, found, 20)
      }
    }
    this.#index.neighbours.find(hash, visit)
    if (key.length < 2) return
    for (let skip = 0; skip < key.length; skip++) {
      if (key[skip] === key[skip + 1]) continue
      const without = hashKey(key, skip)
      const artist = this.#index.artists.find(without)
      if (artist >= 0) visit(artist)
      this.#index.neighbours.find(without, visit)
    }
  }
}

const SCORE = { isrc: 2000, exact: 900, title: 400, least: 50 } as const

function scanKeys(bytes: Buffer, size: number, title: TitleKey, take: (at: number, score: number) => void) {
  const { low, high } = title
  const core = high >>> 16
  const bits = countBits(low) + countBits(high & 0xff)
  for (let at = 0; at < bytes.length; at += size) {
    const otherHigh = bytes.readUInt32LE(at + 4)
    if (otherHigh >>> 16 === core) {
      take(at, (otherHigh & 0xff00) === (high & 0xff00) ? 1010 : 1000)
      continue
    }
    const otherLow = bytes.readUInt32LE(at)
    const common = countBits(low & otherLow) + countBits(high & otherHigh & 0xff)
    const score = (200 * common) / (bits + countBits(otherLow) + countBits(otherHigh & 0xff))
    if (score >= SCORE.least) take(at, score)
  }
}

/** Tracks found, with the best score each. */
class Found {
  readonly #scores = new Map<number, number>()
  best = 0
  add(track: number, score: number): void {
    if ((this.#scores.get(track) ?? 0) < score) this.#scores.set(track, score)
    if (score > this.best) this.best = score
  }
  top(most: number): number[] {
    return [...this.#scores].sort(([, a], [, b]) => b - a).slice(0, most).map(([track]) => track)
  }
}
