import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { hashKey } from '../format/hash.ts'
import { Records } from '../format/records.ts'
import { chooseBest } from './choose.ts'
import { keyOfCore, keysOf, type TitleKey } from './keys.ts'
import { LookupResult } from './lookup-result.ts'
import type { OtherName } from './name-table.ts'
import type { OpenIndex } from './open-index.ts'
import { otherParses, shorterNames } from './parses.ts'
import { RunScanner } from './run-scanner.ts'
import { addSameTitle } from './same-title.ts'
import { SURE, WAY } from './ways.ts'

/** How a title fits with a letter lost, added or changed. */
const SLIP = 85
/** Of the artists asked for, so many are looked up, and so many of those taken to be misspelt. */
const MAX_ARTISTS = 16
const MAX_MISSPELT = 3

/** Knows other names of those known by a name, by the hashes of names. */
interface OtherNames {
  otherNames(hash: number): readonly OtherName[]
}

/** Finds the recordings of one index that may be the one a track names. */
export class IndexLookup {
  readonly #index: OpenIndex
  readonly #records: Records
  readonly #names: OtherNames | undefined

  constructor(index: OpenIndex, names?: OtherNames) {
    this.#index = index
    this.#names = names
    this.#records = new Records(index)
  }

  /** At most `most` recordings, the likely ones first, not judged. */
  candidates(track: Track, most: number): Recording[] {
    const found = new LookupResult()
    const { isrc } = track
    if (isrc !== undefined) {
      this.#index.isrcs.find(hashKey(isrc), (number) => found.addFirst(number))
    }
    this.#search(track, found)
    if (found.best < SURE) {
      for (const parse of otherParses(track)) this.#search(parse, found)
    }
    return chooseBest(track, found, most, this.#records)
  }

  #search(track: Track, found: LookupResult): void {
    const { artists, title } = keysOf(track)
    const titles: TitleKey[] = [title]
    if (title.full !== undefined) titles.push(keyOfCore(title.full))
    const scanner = new RunScanner(this.#index, titles, found)
    for (const { hash } of artists.slice(0, MAX_ARTISTS)) {
      scanner.scanArtist(hash, WAY.artist)
      for (const other of this.#names?.otherNames(hash) ?? [])
        scanner.scanArtist(other.hash, other.isSure ? WAY.artist : WAY.alias)
    }
    // Where the artist as written has a title with one letter wrong, nobody else is meant.
    if (found.best < WAY.artist + SLIP) {
      for (const hash of shorterNames(track)) scanner.scanArtist(hash, WAY.shorter)
      for (const artist of artists.slice(0, MAX_MISSPELT)) scanner.scanNeighbours(artist)
    }
    for (const each of titles) addSameTitle(this.#index, each, track.durationMs, found)
  }
}
