import { hashKey } from '../format/hash.ts'
import { GUEST_BYTES, KEY_BYTES } from '../format/layout.ts'
import type { ArtistKey, TitleKey } from './keys.ts'
import type { LookupResult } from './lookup-result.ts'
import type { OpenIndex } from './open-index.ts'
import { scanKeys } from './scan.ts'
import { WAY } from './ways.ts'

/** Artists that are one or two letters off: short names have more of them than are worth asking. */
const MAX_NEIGHBOURS = 48
/** Runs longer than this (`various artists`, …) are not scanned; the title leads into them. */
const MAX_RUN = 2 ** 18

/** Looks for the titles among the tracks of artists, found by their names' hashes. */
export class RunScanner {
  readonly #index: OpenIndex
  readonly #titles: readonly TitleKey[]
  readonly #found: LookupResult

  constructor(index: OpenIndex, titles: readonly TitleKey[], found: LookupResult) {
    this.#index = index
    this.#titles = titles
    this.#found = found
  }

  scanArtist(hash: number, way: number): void {
    const artist = this.#index.artists.find(hash)
    if (artist >= 0) this.#scanRun(artist, way)
  }

  /** Artists whose names come to be the same with a letter left out of one of them, or of both. */
  scanNeighbours({ key, hash }: ArtistKey): void {
    const { artists, neighbours } = this.#index
    const near = new Set<number>()
    const add = (artist: number) => {
      if (near.size < MAX_NEIGHBOURS && artist < artists.count) near.add(artist)
    }
    if (key.length > 1) neighbours.find(hash, add)
    for (let skip = 0; skip < key.length; skip++) {
      if (key[skip] === key[skip + 1]) continue
      const without = hashKey(key, skip)
      const artist = artists.find(without)
      if (artist >= 0) add(artist)
      neighbours.find(without, add)
    }
    for (const artist of near) this.#scanRun(artist, WAY.neighbour)
  }

  #scanRun(artist: number, way: number): void {
    const { firstTrack, endTrack, firstGuest, endGuest } = this.#index.artists.run(artist)
    const tracks = endTrack - firstTrack
    if (tracks > 0 && tracks <= MAX_RUN) this.#scanTracks(firstTrack, tracks, way)
    // The track of a featured artist whose name is misspelt is found by its title.
    const rows = way === WAY.neighbour ? 0 : endGuest - firstGuest
    if (rows > 0 && rows <= MAX_RUN) this.#scanGuests(firstGuest, rows, way)
  }

  /** Tracks of the artist's own. */
  #scanTracks(first: number, tracks: number, way: number): void {
    const own = this.#index.keys.readWords(first * KEY_BYTES, tracks * KEY_BYTES)
    for (const title of this.#titles) {
      const { count, places, fits } = scanKeys(own, KEY_BYTES / 4, title)
      for (let at = 0; at < count; at++)
        this.#found.add(first + (places[at] as number), way + (fits[at] as number))
    }
  }

  /** Tracks of others on which the artist is featured. */
  #scanGuests(first: number, rows: number, way: number): void {
    const words = GUEST_BYTES / 4
    const others = this.#index.guests.readWords(first * GUEST_BYTES, rows * GUEST_BYTES)
    for (const title of this.#titles) {
      const { count, places, fits } = scanKeys(others, words, title)
      for (let at = 0; at < count; at++) {
        const track = others[(places[at] as number) * words + 2] as number
        this.#found.add(track, way + (fits[at] as number))
      }
    }
  }
}
