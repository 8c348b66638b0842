import { join } from 'node:path'
import type { Recording } from '../../model/recording.ts'
import { PLACE_BYTES } from '../format/layout.ts'
import type { IndexSummary, Manifest } from '../format/manifest.ts'
import { PartReader } from '../format/part.ts'
import { Records } from '../format/records.ts'
import { scoreHits } from '../query/choose.ts'
import { type OpenIndex, openIndex } from '../query/open-index.ts'
import { searchShard } from './search-shard.ts'
import type { ShardAnswer, ShardAsk } from './shard.ts'

/** One index of a shard, open for reading. What is no shard counts as the only one. */
export class ShardIndex implements Disposable {
  readonly index: OpenIndex
  readonly firstTrack: number
  readonly #tracks: number
  readonly #records: Records
  readonly #places: PartReader | undefined
  /** Bytes held in memory. */
  readonly resident: number

  /** Throws UserError when a file is missing, foreign or damaged. */
  constructor(folder: string, summary: IndexSummary, memory: number) {
    const { build, shard, tracks } = summary
    this.firstTrack = shard?.firstTrack ?? 0
    this.#tracks = tracks
    this.index = openIndex(join(folder, build), summary, memory)
    try {
      this.#places =
        shard &&
        new PartReader(join(folder, build), 'title-places', build, shard.bytes['title-places'])
      const { resident } = this.index
      const more = this.#places?.length ?? 0
      const isHeld = resident + more <= memory
      if (isHeld) this.#places?.load()
      this.resident = isHeld ? resident + more : resident
    } catch (error) {
      this.index[Symbol.dispose]()
      throw error
    }
    this.#records = new Records(this.index)
  }

  answer(ask: ShardAsk): ShardAnswer {
    switch (ask.kind) {
      case 'search':
        return searchShard(ask, this)
      case 'choose': {
        const { track, hits, most } = ask
        const scored = scoreHits(track, hits, (number) => this.read(number), most)
        const chosen = scored.map((each) => [each.track, each.score, each.recording] as const)
        return { kind: 'choose', chosen }
      }
      case 'read':
        return { kind: 'read', records: ask.tracks.map((track) => [track, this.read(track)]) }
    }
  }

  /** `track` as the whole numbers it. Throws RangeError where it is of another shard, UserError where it is damaged. */
  read(track: number): Recording {
    const own = track - this.firstTrack
    if (!(own >= 0 && own < this.#tracks)) throw new RangeError(`No track ${track}`)
    return this.#records.read(own)
  }

  /** Tracks of a title anywhere, as triples of place, track and seconds. */
  findAnywhere(hash: number): readonly number[] {
    const triples: number[] = []
    this.index.titles.find(hash, (track, seconds, posting) =>
      triples.push(posting, this.firstTrack + track, seconds),
    )
    const [first] = triples
    if (!this.#places || first === undefined) return triples
    // The postings of a hash lie together.
    const count = (triples.at(-3) ?? first) - first + 1
    const places = this.#places.read(first * PLACE_BYTES, count * PLACE_BYTES)
    for (let at = 0; at < triples.length; at += 3)
      triples[at] = places.readUInt16LE(((triples[at] ?? 0) - first) * PLACE_BYTES)
    return triples
  }

  [Symbol.dispose](): void {
    this.index[Symbol.dispose]()
    this.#places?.[Symbol.dispose]()
  }
}

/** All indexes of a folder, the oldest first, or none. Throws UserError when one is damaged. */
export function openShardIndexes(folder: string, manifest: Manifest, memory: number): ShardIndex[] {
  const opened: ShardIndex[] = []
  let left = memory
  try {
    for (const summary of manifest.indexes) {
      const index = new ShardIndex(folder, summary, left)
      opened.push(index)
      left = Math.max(0, left - index.resident)
    }
    return opened
  } catch (error) {
    for (const index of opened) index[Symbol.dispose]()
    throw error
  }
}
