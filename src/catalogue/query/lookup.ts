import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { hashKey } from '../format/hash.ts'
import { Records } from '../format/records.ts'
import { chooseBest } from './choose.ts'
import { LookupResult } from './lookup-result.ts'
import type { OpenIndex } from './open-index.ts'
import { otherParses, shorterNames } from './parses.ts'
import { type OtherNames, planSearch } from './plan.ts'
import { RunScanner } from './run-scanner.ts'
import { addSameTitle } from './same-title.ts'
import { NEARLY, SURE, WAY } from './ways.ts'

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
      const coded: number[] = []
      this.#index.isrcs.find(hashKey(isrc), (number) => void coded.push(number))
      for (const number of coded.sort((a, b) => a - b)) found.addFirst(number)
    }
    this.#search(track, found)
    if (found.best < SURE) {
      for (const parse of otherParses(track)) this.#search(parse, found)
    }
    return chooseBest(track, found, most, this.#records)
  }

  #search(track: Track, found: LookupResult): void {
    const { titles, artists, misspelt } = planSearch(track, this.#names)
    const scanner = new RunScanner(this.#index, titles, found)
    for (const { hash, way } of artists) scanner.scanArtist(hash, way)
    if (found.best < NEARLY) {
      for (const hash of shorterNames(track)) scanner.scanArtist(hash, WAY.shorter)
      for (const artist of misspelt) scanner.scanNeighbours(artist)
    }
    for (const { hash } of titles)
      addSameTitle((take) => this.#index.titles.find(hash, take), track.durationMs, found)
  }
}
