import { join } from 'node:path'
import type { ArtistNames } from '../model/artist-names.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { CatalogueNames } from './artist-names.ts'
import { type Manifest, openByManifest } from './format/manifest.ts'
import { IndexLookup } from './query/lookup.ts'
import { type OpenIndex, openIndex } from './query/open-index.ts'

export interface CatalogueOptions {
  /** Bytes to hold in memory for all catalogues together; what every query needs is held in any case. */
  readonly memory?: number
  /** Candidates for a track from each index, at most. */
  readonly candidates?: number
}

/** More would take longer than a second to read and prove on opening. */
const MEMORY = 256 * 2 ** 20
const CANDIDATES = 6

/**
 * Catalogues open for reading, asked together. Any number of processes may read the same ones; a
 * build that replaces one meanwhile does not disturb those that have it open.
 */
export class Catalogue implements Disposable {
  readonly #indexes: OpenIndex[] = []
  readonly #lookups: IndexLookup[] = []
  readonly #candidates: number
  readonly #names: CatalogueNames
  /** Recordings over all catalogues. */
  readonly tracks: number

  /** Throws UserError when a folder holds no catalogue, or a damaged one. */
  constructor(folders: readonly string[], options: CatalogueOptions = {}) {
    this.#candidates = options.candidates ?? CANDIDATES
    const granted = options.memory ?? MEMORY
    this.#names = new CatalogueNames(folders, granted)
    const names = this.#names.isEmpty ? undefined : this.#names
    let memory = Math.max(0, granted - this.#names.resident)
    let tracks = 0
    try {
      for (const folder of folders) {
        const opened = openByManifest(folder, (manifest) => openIndexes(folder, manifest, memory))
        for (const { index, tracks: its } of opened) {
          this.#indexes.push(index)
          this.#lookups.push(new IndexLookup(index, names))
          memory = Math.max(0, memory - index.resident)
          tracks += its
        }
      }
    } catch (error) {
      this[Symbol.dispose]()
      throw error
    }
    this.tracks = tracks
  }

  /** Who is known by which names, where a catalogue has a list of artists: for `match`. */
  get names(): ArtistNames | undefined {
    return this.#names.isEmpty ? undefined : this.#names
  }

  /**
   * Recordings that may be the one the track names, the likely ones first, not judged. Nothing found
   * is an empty list; damaged bytes met on the way are a UserError.
   */
  lookUp(track: Track): readonly Recording[] {
    const [only] = this.#lookups
    if (only && this.#lookups.length === 1) return only.candidates(track, this.#candidates)
    const found = new Map<string, Recording>()
    for (const lookup of this.#lookups) {
      for (const recording of lookup.candidates(track, this.#candidates)) {
        const name = `${recording.source}\0${recording.id}`
        if (!found.has(name)) found.set(name, recording)
      }
    }
    return [...found.values()]
  }

  [Symbol.dispose](): void {
    for (const index of this.#indexes.splice(0)) index[Symbol.dispose]()
    this.#lookups.length = 0
    this.#names[Symbol.dispose]()
  }
}

/** All indexes of one catalogue, or none. The newest first: its recordings stand for older ones of the same id. */
function openIndexes(folder: string, { indexes }: Manifest, granted: number) {
  const opened: { readonly index: OpenIndex; readonly tracks: number }[] = []
  let memory = granted
  try {
    for (const summary of indexes.toReversed()) {
      const index = openIndex(join(folder, summary.build), summary, memory)
      opened.push({ index, tracks: summary.tracks })
      memory = Math.max(0, memory - index.resident)
    }
    return opened
  } catch (error) {
    for (const { index } of opened) index[Symbol.dispose]()
    throw error
  }
}
