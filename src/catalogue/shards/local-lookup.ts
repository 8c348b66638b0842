import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { OtherNames } from '../query/plan.ts'
import { lookUpInShards } from './lookup.ts'
import type { ShardedIndex } from './round.ts'
import type { ShardIndex } from './shard-index.ts'

/** Looks into an index whose shards are all open in this process. */
export class LocalShardLookup {
  readonly #index: ShardedIndex
  readonly #shards: readonly ShardIndex[]
  readonly #names: OtherNames | undefined

  constructor(index: ShardedIndex, shards: readonly ShardIndex[], names?: OtherNames) {
    this.#index = index
    this.#shards = shards
    this.#names = names
  }

  /** As `IndexLookup.candidates`. */
  candidates(track: Track, most: number): Recording[] {
    const search = lookUpInShards(track, most, this.#index, this.#names)
    let step = search.next()
    while (!step.done)
      step = search.next(step.value.map((ask, shard) => ask && this.#shards[shard]?.answer(ask)))
    return step.value
  }
}
