import { join } from 'node:path'
import type { ArtistNames } from '../model/artist-names.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { CatalogueNames } from './artist-names.ts'
import type { CatalogueReader } from './catalogue-reader.ts'
import { IndexLookup } from './query/lookup.ts'
import { openIndex } from './query/open-index.ts'
import { type CatalogueSet, countTracks, groupMembers, type Member } from './shards/group.ts'
import { LocalShardLookup } from './shards/local-lookup.ts'
import { mergeFound } from './shards/merge-found.ts'
import { expandPlaces, openMembers } from './shards/places.ts'
import type { ShardedIndex } from './shards/round.ts'
import { ShardIndex } from './shards/shard-index.ts'

export interface CatalogueOptions {
  /** Bytes to hold in memory for all catalogues together; what every query needs is held in any case. */
  readonly memory?: number
  /** Candidates for a track from each index, at most. */
  readonly candidates?: number
}

/** More would take longer than a second to read and prove on opening. */
export const MEMORY = 256 * 2 ** 20
export const CANDIDATES = 6

type Lookup = IndexLookup | LocalShardLookup

/**
 * Catalogues open for reading in this process, asked together. Any number of processes may read the same ones; a
 * build that replaces one meanwhile does not disturb those that have it open.
 */
export class Catalogue implements CatalogueReader {
  readonly #open: Disposable[] = []
  readonly #lookups: Lookup[] = []
  readonly #candidates: number
  readonly #names: CatalogueNames
  #memory = 0
  /** Recordings over all catalogues. */
  readonly tracks: number

  /**
   * Folders of catalogues, of all shards of one, and files that name such. Throws UserError when a folder holds no
   * catalogue, or a damaged one, and where a shard is missing.
   */
  constructor(folders: readonly string[], options: CatalogueOptions = {}) {
    this.#candidates = options.candidates ?? CANDIDATES
    const granted = options.memory ?? MEMORY
    this.#names = new CatalogueNames(folders, granted)
    const left = Math.max(0, granted - this.#names.resident)
    try {
      this.tracks = openMembers(expandPlaces(folders), (members) => this.#openAll(members, left))
    } catch (error) {
      this.#names[Symbol.dispose]()
      throw error
    }
  }

  /** Answers how many recordings there are; all or nothing. */
  #openAll(members: readonly Member[], memory: number): number {
    this.#memory = memory
    const names = this.#names.isEmpty ? undefined : this.#names
    try {
      for (const set of groupMembers(members))
        for (const index of set.indexes) this.#lookups.push(this.#openLookup(set, index, names))
    } catch (error) {
      this.#close()
      throw error
    }
    return countTracks(members)
  }

  #openLookup(
    { members, isCut }: CatalogueSet<Member>,
    index: ShardedIndex,
    names: CatalogueNames | undefined,
  ): Lookup {
    const shards = members.flatMap(({ place, manifest }) => {
      const summary = manifest.indexes[index.number]
      return summary ? [{ place, summary }] : []
    })
    const [only] = shards
    if (only && !isCut) {
      const { place, summary } = only
      return new IndexLookup(
        this.#keep(openIndex(join(place, summary.build), summary, this.#memory)),
        names,
      )
    }
    const opened = shards.map(({ place, summary }) =>
      this.#keep(new ShardIndex(place, summary, this.#memory)),
    )
    return new LocalShardLookup(index, opened, names)
  }

  #keep<Opened extends Disposable & { readonly resident: number }>(opened: Opened): Opened {
    this.#open.push(opened)
    this.#memory = Math.max(0, this.#memory - opened.resident)
    return opened
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
    return mergeFound(this.#lookups.map((lookup) => lookup.candidates(track, this.#candidates)))
  }

  lookUpAll(tracks: readonly Track[]): readonly (readonly Recording[])[] {
    return tracks.map((track) => this.lookUp(track))
  }

  #close(): void {
    for (const opened of this.#open.splice(0)) opened[Symbol.dispose]()
    this.#lookups.length = 0
  }

  [Symbol.dispose](): void {
    this.#close()
    this.#names[Symbol.dispose]()
  }
}
