import type { IndexSummary } from '../format/manifest.ts'
import type { ShardAsk } from './shard.ts'

/** What each shard is asked in one round; nothing where it has nothing to say. */
export type Round = readonly (ShardAsk | undefined)[]

/** Which tracks of the whole a shard has: from `firstTrack` up to `endTrack`. */
export interface ShardTracks {
  readonly firstTrack: number
  readonly endTrack: number
}

export function tracksOf({ shard, tracks }: Partial<IndexSummary> = {}): ShardTracks {
  const firstTrack = shard?.firstTrack ?? 0
  return { firstTrack, endTrack: firstTrack + (tracks ?? 0) }
}

/** An index that is cut into shards. */
export interface ShardedIndex {
  /** Among the indexes of its catalogue, from the oldest. */
  readonly number: number
  readonly shards: readonly ShardTracks[]
}

/** The shard that has a track. */
export const shardOf = ({ shards }: ShardedIndex, track: number) =>
  shards.findIndex(({ firstTrack, endTrack }) => track >= firstTrack && track < endTrack)
