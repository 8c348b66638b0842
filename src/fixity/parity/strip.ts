import type { FileHandle } from 'node:fs/promises'
import { reconstruct } from './arithmetic/reed-solomon.ts'
import { isBlock } from './blocks.ts'
import { type ParityFile, readTolerant } from './container.ts'
import type { GroupMember } from './group.ts'
import { openInside } from './inside.ts'

const MAX_OPEN = 64

/** Reads the rows of a group as its files and its parity are now, and computes what is missing in them. */
export class StripReader implements AsyncDisposable {
  readonly #root: string
  readonly #parity: ParityFile
  /** The member that is being restored, and where it is read. */
  readonly #own: { readonly member: number; readonly file: FileHandle | undefined }
  readonly #open = new Map<number, FileHandle | undefined>()

  constructor(
    root: string,
    parity: ParityFile,
    own: { readonly member: number; readonly file: FileHandle | undefined },
  ) {
    this.#root = root
    this.#parity = parity
    this.#own = own
  }

  /** Rows from `from` on, with what could be computed in its place. */
  async read(from: number, rows: number): Promise<Strip> {
    const { layout } = this.#parity.head
    const { shape, blockBytes } = layout.group
    const strip = new Strip(this.#parity, from, rows)
    for (let shard = 0; shard < shape.data; shard++) await this.#readShard(strip, shard)
    for (let shard = 0; shard < shape.parity; shard++) {
      const bytes = strip.shard(shape.data + shard)
      await this.#parity.readRows(shard, from, bytes)
      const first = layout.blocks + shard * layout.rows + from
      for (let row = 0; row < rows; row++) {
        const block = bytes.subarray(row * blockBytes, (row + 1) * blockBytes)
        strip.mark(shape.data + shard, row, isBlock(block, this.#parity.head.digests, first + row))
      }
    }
    return strip
  }

  async #readShard(strip: Strip, shard: number) {
    const { layout, digests } = this.#parity.head
    const { blockBytes } = layout.group
    const bytes = strip.shard(shard)
    const first = shard * layout.rows + strip.from
    for (let row = 0; row < strip.rows; ) {
      const place = layout.locate(first + row)
      const left = place
        ? layout.firstBlock(place.member) + layout.blocksOf(place.member) - first - row
        : strip.rows
      const count = Math.min(left, strip.rows - row)
      const part = bytes.subarray(row * blockBytes, (row + count) * blockBytes)
      if (place) await this.#readMember(place.member, place.start, part)
      for (let at = 0; at < count; at++) {
        const one = layout.locate(first + row + at)
        const from = at * blockBytes
        const block = part.subarray(from, from + (one ? one.end - one.start : 0))
        // Behind the last block are zeros, which nothing can damage.
        strip.mark(shard, row + at, !one || isBlock(block, digests, first + row + at))
      }
      row += count
    }
  }

  /** Bytes from `start` on, zeros where there are none. */
  async #readMember(at: number, start: number, into: Uint8Array) {
    const member = this.#parity.head.layout.group.members[at] as GroupMember
    const file = at === this.#own.member ? this.#own.file : await this.#openMember(at, member.path)
    const wanted = into.subarray(0, Math.min(into.length, member.offset + member.length - start))
    into.fill(0)
    if (file) await readTolerant(file, wanted, start, this.#parity.head.layout.group.blockBytes)
  }

  async #openMember(at: number, path: string): Promise<FileHandle | undefined> {
    if (this.#open.has(at)) return this.#open.get(at)
    if (this.#open.size >= MAX_OPEN) {
      const [oldest = at] = this.#open.keys()
      await this.#open.get(oldest)?.close()
      this.#open.delete(oldest)
    }
    const file = await openInside(this.#root, path)
    this.#open.set(at, file)
    return file
  }

  async [Symbol.asyncDispose]() {
    for (const file of this.#open.values()) await file?.close()
  }
}

/** Some rows of a group: of each shard so many blocks behind one another. */
export class Strip {
  readonly from: number
  readonly rows: number
  readonly #parity: ParityFile
  readonly #bytes: Uint8Array
  /** By row, then by shard. */
  readonly #whole: boolean[][]

  constructor(parity: ParityFile, from: number, rows: number) {
    const { shape, blockBytes } = parity.head.layout.group
    this.#parity = parity
    this.from = from
    this.rows = rows
    this.#bytes = new Uint8Array((shape.data + shape.parity) * rows * blockBytes)
    this.#whole = Array.from({ length: rows }, () => [])
  }

  shard(at: number): Uint8Array {
    const bytes = this.rows * this.#parity.head.layout.group.blockBytes
    return this.#bytes.subarray(at * bytes, (at + 1) * bytes)
  }

  mark(shard: number, row: number, isWhole: boolean): void {
    ;(this.#whole[row] as boolean[])[shard] = isWhole
  }

  /** The bytes of a block that was not whole, computed from the others of its row; undefined where too many are missing. */
  block(block: number): Uint8Array | undefined {
    const { layout, digests } = this.#parity.head
    const { blockBytes } = layout.group
    const place = layout.locate(block)
    const row = (block % layout.rows) - this.from
    const shard = Math.floor(block / layout.rows)
    if (!place) return undefined
    const bytes = this.shard(shard).subarray(row * blockBytes, (row + 1) * blockBytes)
    const part = bytes.subarray(0, place.end - place.start)
    return isBlock(part, digests, block) ? part : undefined
  }

  /** Computes all data blocks that are missing, as many rows at once as miss the same shards. */
  restore(): void {
    for (let from = 0; from < this.rows; ) {
      const key = String(this.#whole[from])
      let to = from + 1
      while (to < this.rows && String(this.#whole[to]) === key) to++
      this.#restoreRows(from, to)
      from = to
    }
  }

  #restoreRows(from: number, to: number) {
    const { shape, blockBytes } = this.#parity.head.layout.group
    const available = this.#whole[from] as boolean[]
    if (available.every(Boolean)) return
    const count = shape.data + shape.parity
    const size = (to - from) * blockBytes
    const isAll = to - from === this.rows
    const bytes = isAll ? this.#bytes : new Uint8Array(count * size)
    const partOf = (shard: number) => this.shard(shard).subarray(from * blockBytes, to * blockBytes)
    if (!isAll) for (let shard = 0; shard < count; shard++) bytes.set(partOf(shard), shard * size)
    if (!reconstruct(bytes, shape, available) || isAll) return
    for (let shard = 0; shard < shape.data; shard++)
      if (!available[shard]) partOf(shard).set(bytes.subarray(shard * size, (shard + 1) * size))
  }
}
