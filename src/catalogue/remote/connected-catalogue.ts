import type { ArtistNames } from '../../model/artist-names.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { CatalogueNames } from '../artist-names.ts'
import type { CatalogueReader } from '../catalogue-reader.ts'
import { type CatalogueSet, countTracks, type Member } from '../shards/group.ts'
import { lookUpInShards } from '../shards/lookup.ts'
import { mergeFound } from '../shards/merge-found.ts'
import { type AskedShard, runTogether } from './run-together.ts'

/** A catalogue's folder or a server's offer, open to be asked. */
export type ConnectedMember = Member & AskedShard

export interface Connected {
  readonly sets: readonly CatalogueSet<ConnectedMember>[]
  readonly names: CatalogueNames
  /** Whatever is closed with it. */
  readonly opened: readonly Disposable[]
}

/** Tracks looked up at a time: a shard answers as many before anybody else's. */
const MAX_TOGETHER = 64

/** Catalogues of which some lie on other machines, asked together. */
export class ConnectedCatalogue implements CatalogueReader {
  readonly #connected: Connected
  readonly #candidates: number
  readonly tracks: number
  readonly servers: string

  constructor(connected: Connected, candidates: number) {
    this.#connected = connected
    this.#candidates = candidates
    const places = connected.sets.flatMap(({ members }) => members.map(({ place }) => place))
    this.servers = [...new Set(places)].join(', ')
    this.tracks = countTracks(connected.sets.flatMap(({ members }) => members))
  }

  get names(): ArtistNames | undefined {
    const { names } = this.#connected
    return names.isEmpty ? undefined : names
  }

  async lookUp(track: Track, signal?: AbortSignal): Promise<readonly Recording[]> {
    const [found = []] = await this.lookUpAll([track], signal)
    return found
  }

  async lookUpAll(
    tracks: readonly Track[],
    signal: AbortSignal = new AbortController().signal,
  ): Promise<readonly (readonly Recording[])[]> {
    const found: (readonly Recording[])[] = []
    for (let at = 0; at < tracks.length; at += MAX_TOGETHER)
      found.push(...(await this.#lookUpSome(tracks.slice(at, at + MAX_TOGETHER), signal)))
    return found
  }

  async #lookUpSome(tracks: readonly Track[], signal: AbortSignal) {
    const { sets, names } = this.#connected
    const known = names.isEmpty ? undefined : names
    const indexes = sets.flatMap(({ members, indexes }) =>
      indexes.map((index) => ({ shards: members, index })),
    )
    const searches = tracks.flatMap((track) =>
      indexes.map(({ shards, index }) => ({
        shards,
        steps: lookUpInShards(track, this.#candidates, index, known),
      })),
    )
    const found = await runTogether(searches, signal)
    const each = indexes.length
    return tracks.map((_, at) => mergeFound(found.slice(at * each, (at + 1) * each)))
  }

  [Symbol.dispose](): void {
    for (const opened of this.#connected.opened) opened[Symbol.dispose]()
  }
}
