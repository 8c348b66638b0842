import { BUCKET_POSTINGS, TITLE_POSTINGS } from '../format/layout.ts'
import { LINK_ROW, TITLE_ROW } from './runs.ts'
import { PARTITIONS } from './scatter.ts'
import type { SegmentWriter } from './segment-writer.ts'
import { sortOrder } from './sort.ts'

/** Writes one table of postings, `layout.ts` says how, from rows dealt out by hash. */
export class PostingWriter {
  readonly #postings: SegmentWriter
  readonly #buckets: SegmentWriter
  readonly #rowBytes: number
  /** Bits of the low 32 that choose a bucket, after the eight of the partition. */
  readonly #bits: number
  count = 0

  constructor(
    postings: SegmentWriter,
    buckets: SegmentWriter,
    rows: number,
    kind: 'link' | 'title',
  ) {
    this.#postings = postings
    this.#buckets = buckets
    this.#rowBytes = kind === 'title' ? TITLE_ROW : LINK_ROW
    this.#bits = bucketBits(rows) - 8
  }

  writePartition(rows: Buffer): void {
    const size = this.#rowBytes
    const hashes = new Uint32Array(rows.length / size)
    for (let row = 0; row < hashes.length; row++) hashes[row] = rows.readUInt32LE(row * size)
    const order = sortOrder(hashes)
    const shift = 32 - this.#bits
    let bucket = 0
    for (let from = 0; from < order.length; ) {
      const hash = hashes[order[from] as number] as number
      let to = from + 1
      while (to < order.length && hashes[order[to] as number] === hash) to++
      const own = this.#bits === 0 ? 0 : hash >>> shift
      for (; bucket <= own; bucket++) this.#startBucket()
      this.#writeGroup(rows, hash, order.subarray(from, to))
      from = to
    }
    for (; bucket < 2 ** this.#bits; bucket++) this.#startBucket()
  }

  close(): void {
    this.#startBucket()
  }

  #startBucket(): void {
    this.#buckets.out.u32(this.count)
    this.#buckets.wrote()
  }

  /** The postings of one hash; of many tracks of one title only the best known. */
  #writeGroup(rows: Buffer, hash: number, group: Uint32Array): void {
    const size = this.#rowBytes
    const isTitle = size === TITLE_ROW
    const popularity = (row: number) => rows[row * size + 9] as number
    const kept =
      isTitle && group.length > TITLE_POSTINGS
        ? group
            .toSorted((a, b) => popularity(b) - popularity(a) || a - b)
            .subarray(0, TITLE_POSTINGS)
        : group
    const residual = ((hash << this.#bits) >>> 16) & 0xffff
    for (const row of kept) {
      const out = this.#postings.out
      out.u16(residual)
      out.bytes(rows, row * size + 4, row * size + (isTitle ? 9 : 8))
      this.#postings.wrote()
      this.count++
    }
  }
}

/** Bits of the hash that choose a bucket: at least the partition's eight. */
function bucketBits(rows: number): number {
  return Math.min(24, Math.max(Math.log2(PARTITIONS), Math.ceil(Math.log2(rows / BUCKET_POSTINGS))))
}
