import { moveInto } from '../../base/file.ts'
import { digestSink } from '../../base/hash.ts'
import { type ByteSink, readThrough } from '../../base/read-once.ts'
import { ParityAccumulator } from './arithmetic/accumulator.ts'
import { matrixOf } from './arithmetic/reed-solomon.ts'
import { BlockDigests, digestOf } from './blocks.ts'
import { writeParityFile } from './container.ts'
import { type Group, GroupLayout, type GroupMember } from './group.ts'
import { DIGEST_BYTES, describeGroup } from './head.ts'
import { openInside } from './inside.ts'

export interface MakeOptions {
  readonly signal?: AbortSignal
  /** Called with every number of bytes that was read. */
  readonly onBytes?: (bytes: number) => void
  /** What else is made of a file in the same read. */
  readonly alsoFor?: (member: GroupMember) => readonly ByteSink[]
  /** Whether a file of which this is a part is as it should be: the part alone does not tell. */
  readonly isWhole: (member: GroupMember) => Promise<boolean>
}

/**
 * Makes a group's parity file, reading each of its files once, from its beginning to its end. Returns the members that
 * are not there as they should be; if there is one, nothing is written.
 */
export async function makeGroup(
  root: string,
  group: Group,
  path: string,
  options: MakeOptions,
): Promise<readonly GroupMember[]> {
  const layout = new GroupLayout(group)
  const { shape } = group
  const matrix = matrixOf(shape)
  const parity = new ParityAccumulator(shape, matrix, layout.shardBytes)
  const digests = new Uint8Array((layout.blocks + shape.parity * layout.rows) * DIGEST_BYTES)
  const wrong: GroupMember[] = []
  for (const [at, member] of group.members.entries()) {
    const sinks = wrong.length > 0 ? [] : [new MemberParity(parity, layout, at)]
    const isRead = await readMember(root, member, options, digestsOf(layout, at, digests), sinks)
    if (!isRead) wrong.push(member)
  }
  if (wrong.length > 0) return wrong
  digestParity(parity, layout, digests)
  const temporary = `${path}.part`
  const description = describeGroup(group, matrix)
  await writeParityFile(temporary, description, digests, parity.shards)
  await moveInto(temporary, path)
  return []
}

async function readMember(
  root: string,
  member: GroupMember,
  { signal, onBytes, alsoFor, isWhole }: MakeOptions,
  blocks: BlockDigests,
  parity: readonly ByteSink[],
): Promise<boolean> {
  const isPart = member.length < member.bytes
  if (isPart && !(await isWhole(member))) return false
  await using file = await openInside(root, member.path)
  if (!file || (await file.stat()).size !== member.bytes) return false
  const sha256 = digestSink('sha256')
  const counter: ByteSink = { write: (bytes) => onBytes?.(bytes.length) }
  const sinks = [
    ...parity,
    blocks,
    counter,
    ...(isPart ? [] : [sha256, ...(alsoFor?.(member) ?? [])]),
  ]
  const { offset: start, length } = member
  try {
    if ((await readThrough(file, sinks, { signal, start, end: start + length })) !== length)
      return false
  } catch (error) {
    signal?.throwIfAborted()
    // A disk that cannot read it any more.
    if (isReadError(error)) return false
    throw error
  }
  blocks.end()
  return isPart || sha256.hex() === member.sha256
}

const isReadError = (error: unknown) =>
  error instanceof Error && 'syscall' in error && error.syscall === 'read'

const digestsOf = (layout: GroupLayout, member: number, digests: Uint8Array) => {
  const first = layout.firstBlock(member)
  const end = first + layout.blocksOf(member)
  const { blockBytes } = layout.group
  return new BlockDigests(blockBytes, digests.subarray(first * DIGEST_BYTES, end * DIGEST_BYTES))
}

/** Adds a file's bytes to its group's parity where they belong: a file may go over several shards. */
class MemberParity implements ByteSink {
  readonly #parity: ParityAccumulator
  readonly #shardBytes: number
  #at: number

  constructor(parity: ParityAccumulator, layout: GroupLayout, member: number) {
    this.#parity = parity
    this.#shardBytes = layout.shardBytes
    this.#at = layout.firstBlock(member) * layout.group.blockBytes
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const offset = this.#at % this.#shardBytes
      const piece = bytes.subarray(from, from + this.#shardBytes - offset)
      this.#parity.add(Math.floor(this.#at / this.#shardBytes), offset, piece)
      this.#at += piece.length
      from += piece.length
    }
  }
}

function digestParity(parity: ParityAccumulator, layout: GroupLayout, digests: Uint8Array) {
  const { blockBytes } = layout.group
  let at = layout.blocks * DIGEST_BYTES
  for (const shard of parity.shards)
    for (let from = 0; from < shard.length; from += blockBytes, at += DIGEST_BYTES)
      digests.set(digestOf(shard.subarray(from, from + blockBytes)), at)
}
