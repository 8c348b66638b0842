import { HASH_BITS } from './hash.ts'
import type { PartBytes } from './part.ts'

/** Numbers by 40-bit hash: in memory the buckets, on disk the postings. */
export class PostingTable {
  readonly #postings: PartBytes
  readonly #buckets: Buffer
  readonly #size: number
  readonly #bits: number

  constructor(postings: PartBytes, buckets: Buffer, postingBytes: number) {
    this.#postings = postings
    this.#buckets = buckets
    this.#size = postingBytes
    this.#bits = Math.log2(buckets.length / 4 - 1)
    if (!Number.isInteger(this.#bits)) throw new RangeError('Bucket table cut off')
  }

  get buckets(): number {
    return this.#buckets.length / 4 - 1
  }

  get postingBytes(): number {
    return this.#size
  }

  /** The postings of a bucket, valid until the next read. */
  readBucket(bucket: number): Buffer {
    const first = this.#buckets.readUInt32LE(bucket * 4)
    const end = this.#buckets.readUInt32LE(bucket * 4 + 4)
    return this.#postings.read(first * this.#size, Math.max(0, end - first) * this.#size)
  }

  /**
   * Calls `take` with each number of this hash (and, seldom, of another: whoever asks compares). `posting` counts all
   * of the table.
   */
  find(hash: number, take: (number: number, seconds: number, posting: number) => void): void {
    const bucket = Math.floor(hash / 2 ** (HASH_BITS - this.#bits))
    const first = this.#buckets.readUInt32LE(bucket * 4)
    const end = this.#buckets.readUInt32LE(bucket * 4 + 4)
    if (end <= first) return
    const residual = Math.floor(hash / 2 ** (HASH_BITS - this.#bits - 16)) % 65_536
    const size = this.#size
    const bytes = this.#postings.read(first * size, (end - first) * size)
    const low = residual & 0xff
    const high = residual >>> 8
    for (let at = 0; at < bytes.length; at += size) {
      if (bytes[at] !== low || bytes[at + 1] !== high) continue
      const seconds = size > 6 ? (bytes[at + 6] ?? 0) : 0
      take(bytes.readUInt32LE(at + 2), seconds, first + at / size)
    }
  }
}
