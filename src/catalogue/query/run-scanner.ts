import type { ArtistKey, TitleKey } from './keys.ts'
import type { LookupResult } from './lookup-result.ts'
import { findNear } from './near.ts'
import type { OpenIndex } from './open-index.ts'
import { scanGuests, scanTracks } from './scan-run.ts'
import { WAY } from './ways.ts'

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
    if (artist < 0) return
    const run = this.#index.artists.run(artist)
    const take = (_: number, track: number, fit: number) => this.#found.add(track, way + fit)
    scanTracks(this.#index, run, this.#titles, take)
    scanGuests(this.#index, run, this.#titles, take)
  }

  /** The track of a featured artist whose name is misspelt is found by its title. */
  scanNeighbours(key: ArtistKey): void {
    const take = (_: number, track: number, fit: number) =>
      this.#found.add(track, WAY.neighbour + fit)
    for (const { artist } of findNear(this.#index, key))
      scanTracks(this.#index, this.#index.artists.run(artist), this.#titles, take)
  }
}
