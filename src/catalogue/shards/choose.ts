import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { isTitled, TO_READ } from '../query/choose.ts'
import type { Hit, LookupResult } from '../query/lookup-result.ts'
import { SURE } from '../query/ways.ts'
import { type Round, type ShardedIndex, shardOf } from './round.ts'
import type { ShardAnswer } from './shard.ts'

type Rounds<Value> = Generator<Round, Value, readonly (ShardAnswer | undefined)[]>

/** As `chooseBest` in `query/choose.ts`: each shard reads its own records. `known` came with the search. */
export function* chooseInShards(
  track: Track,
  found: LookupResult,
  most: number,
  index: ShardedIndex,
  known: ReadonlyMap<number, Recording>,
): Rounds<Recording[]> {
  const records = new Map(known)
  if (found.best >= SURE) {
    const sure = found.top({ ...TO_READ, few: found.count(SURE) })
    if (sure.length <= most) {
      const read = yield* readAll(sure, records, index)
      if (read.some((recording) => isTitled(recording, track))) return read
    }
  }
  const few = Math.max(TO_READ.few, found.count(SURE))
  const top = found.top({ ...TO_READ, few })
  if (top.length <= most) return yield* readAll(top, records, index)
  const { title, artists, album, durationMs } = track
  // No more of a playlist's row leaves this process than what records are compared with.
  const asked = { title, artists, album, durationMs }
  const answers = yield index.shards.map((_, shard) => {
    const hits = top.filter((hit) => shardOf(index, hit.track) === shard)
    return hits.length === 0
      ? undefined
      : ({ kind: 'choose', index: index.number, track: asked, hits, most } as const)
  })
  return answers
    .flatMap((answer) => (answer?.kind === 'choose' ? answer.chosen : []))
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    .slice(0, most)
    .map(([, , recording]) => recording)
}

/** Their records in this order; those not known yet are asked for. */
function* readAll(
  hits: readonly Hit[],
  records: Map<number, Recording>,
  index: ShardedIndex,
): Rounds<Recording[]> {
  const unread = hits.map(({ track }) => track).filter((track) => !records.has(track))
  if (unread.length > 0) {
    const answers = yield index.shards.map((_, shard) => {
      const tracks = unread.filter((track) => shardOf(index, track) === shard)
      return tracks.length === 0
        ? undefined
        : ({ kind: 'read', index: index.number, tracks } as const)
    })
    for (const answer of answers)
      if (answer?.kind === 'read')
        for (const [track, recording] of answer.records) records.set(track, recording)
  }
  return hits.flatMap(({ track }) => records.get(track) ?? [])
}
