import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { DEALING, type Manifest, type ShardSummary } from '../format/manifest.ts'
import { type ShardedIndex, tracksOf } from './round.ts'

/** A catalogue's folder, or one that a server offers. */
export interface Member {
  /** As a person knows it. */
  readonly place: string
  readonly manifest: Manifest
}

/** One whole catalogue: a single member, or all shards of it in their order. */
export interface CatalogueSet<Each extends Member> {
  readonly members: readonly [Each, ...Each[]]
  readonly isCut: boolean
  /** The newest first: its recordings stand for older ones of the same id. */
  readonly indexes: readonly ShardedIndex[]
}

/**
 * Puts the shards of each catalogue together, in the place of the first of them. Throws UserError where one is missing,
 * named twice, or of another cut: a part would answer as if it were the whole.
 */
export function groupMembers<Each extends Member>(
  members: readonly Each[],
): readonly CatalogueSet<Each>[] {
  const groups = new Map<string, [Each, ...Each[]]>()
  for (const [at, member] of members.entries()) {
    const [first] = member.manifest.indexes
    const key = first?.shard ? first.shard.of : `whole ${at}`
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  return [...groups.values()].map((group) =>
    isShard(group[0]) ? joinShards(group) : { ...joinIndexes(group), isCut: false },
  )
}

const isShard = ({ manifest }: Member) => manifest.indexes.some(({ shard }) => shard)

function joinShards<Each extends Member>(group: readonly [Each, ...Each[]]): CatalogueSet<Each> {
  const [first] = group
  const { count = 0 } = first.manifest.indexes[0]?.shard ?? {}
  const byNumber = new Map<number, Each>()
  for (const member of group) {
    if (!isOfOneCut(first, member))
      throw new UserError(
        reason('catalogue.shards-differ', { place: member.place, other: first.place }),
        reason('catalogue.cut-again'),
      )
    const { number = 0 } = member.manifest.indexes[0]?.shard ?? {}
    const place = { place: member.place, number: number + 1 }
    if (byNumber.has(number)) throw new UserError(reason('catalogue.shard-twice', place))
    byNumber.set(number, member)
  }
  const numbers = Array.from({ length: count }, (_, number) => number)
  const missing = numbers.filter((number) => !byNumber.has(number)).map((number) => number + 1)
  if (missing.length > 0)
    throw new UserError(
      reason('catalogue.shards-missing', { numbers: missing.join(', '), count }),
      reason('catalogue.name-all-shards'),
    )
  const ordered = numbers.flatMap((number) => byNumber.get(number) ?? [])
  return { ...joinIndexes([ordered[0] ?? first, ...ordered.slice(1)]), isCut: true }
}

/** Recordings over all of them. */
export const countTracks = (members: readonly Member[]): number =>
  members.flatMap(({ manifest }) => manifest.indexes).reduce((sum, { tracks }) => sum + tracks, 0)

/** The same number of the same cut in each index, and the same names. */
function isOfOneCut({ manifest: one }: Member, { manifest: other }: Member): boolean {
  if (one.indexes.length !== other.indexes.length || one.names?.build !== other.names?.build)
    return false
  const own = other.indexes[0]?.shard?.number
  return one.indexes.every(({ shard: a }, at) => {
    const b = other.indexes[at]?.shard
    return a !== undefined && b !== undefined && b.number === own && isSameCut(a, b)
  })
}

const isSameCut = (a: ShardSummary, b: ShardSummary) =>
  a.of === b.of && a.count === b.count && a.tracks === b.tracks && b.dealing === DEALING

function joinIndexes<Each extends Member>(
  members: readonly [Each, ...Each[]],
): Omit<CatalogueSet<Each>, 'isCut'> {
  const { indexes } = members[0].manifest
  const joined = indexes.map((_, number) => ({
    number,
    shards: members.map(({ manifest }) => tracksOf(manifest.indexes[number])),
  }))
  return { members, indexes: joined.toReversed() }
}
