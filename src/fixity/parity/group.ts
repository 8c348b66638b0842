import type { ProtectedFile } from './parity.ts'
import type { Shape } from './shape.ts'

/** A file, or a part of a very long one, whose bytes a group's parity is made of. */
export interface GroupMember extends ProtectedFile {
  /** The first byte, and how many; whole files have 0 and all. */
  readonly offset: number
  readonly length: number
}

/**
 * Files that share their parity. Their bytes are laid end to end in blocks, each file beginning with a block of its own;
 * these are cut into equal shards of `rows` blocks, the last ones filled up with zeros. The blocks of one row, one in
 * each shard, are computed together with the parity blocks of that row.
 */
export interface Group {
  readonly shape: Shape
  readonly blockBytes: number
  readonly members: readonly GroupMember[]
}

export const BLOCK_BYTES = [1024, 4096, 16_384] as const

/**
 * The larger a block, the less is noted; but each file takes whole blocks. 16 KiB is the block of BitTorrent's second
 * version too.
 */
export function blockBytesFor(members: readonly GroupMember[]): number {
  const bytes = members.reduce((sum, { length }) => sum + length, 0) / Math.max(1, members.length)
  return bytes < 16_384 ? 1024 : bytes < 65_536 ? 4096 : 16_384
}

/** Where a group's blocks are. */
export class GroupLayout {
  readonly group: Group
  /** Blocks in a shard. */
  readonly rows: number
  /** Blocks of all members. */
  readonly blocks: number
  /** The first block of each member. */
  readonly #firsts: readonly number[]

  constructor(group: Group) {
    this.group = group
    const firsts: number[] = []
    let blocks = 0
    for (const { length } of group.members) {
      firsts.push(blocks)
      blocks += Math.ceil(length / group.blockBytes)
    }
    this.#firsts = firsts
    this.blocks = blocks
    this.rows = Math.ceil(blocks / group.shape.data)
  }

  get shardBytes(): number {
    return this.rows * this.group.blockBytes
  }

  firstBlock(member: number): number {
    return this.#firsts[member] as number
  }

  blocksOf(member: number): number {
    return Math.ceil((this.group.members[member] as GroupMember).length / this.group.blockBytes)
  }

  /** The member that a block belongs to, and the bytes of the file that it holds; undefined behind the last one. */
  locate(
    block: number,
  ): { readonly member: number; readonly start: number; readonly end: number } | undefined {
    if (block >= this.blocks) return undefined
    const member = this.#memberAt(block)
    const { offset, length } = this.group.members[member] as GroupMember
    const within = (block - this.firstBlock(member)) * this.group.blockBytes
    const end = Math.min(length, within + this.group.blockBytes)
    return { member, start: offset + within, end: offset + end }
  }

  /** The last one that begins at the block or before it; empty files begin where the next one does. */
  #memberAt(block: number): number {
    let [low, high] = [0, this.#firsts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#firsts[middle] as number) <= block) low = middle
      else high = middle
    }
    return low
  }
}
