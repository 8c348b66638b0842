import { HASH_BITS } from './hash.ts'
import type { PartReader } from './part.ts'

/** Numbers by 40-bit hash: in memory the buckets, on disk the postings. */
export class PostingTable {
  readonly #postings: PartReader
  readonly #buckets: Buffer
  readonly #size: number
  readonly #bits: number

  constructor(postings: PartReader, buckets: Buffer, postingBytes: number) {
    this.#postings = postings
    this.#buckets = buckets
    this.#size = postingBytes
    this.#bits = Math.log2(buckets.length / 4 - 1)
    if (!Number.isInteger(this.#bits)) throw new RangeError('Bucket table cut off')
  }

  /** Calls `take` with each number of this hash (and, seldom, of another: whoever asks compares). */
  find(hash: number, take: (number: number, seconds: number) => void): void {
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
      take(bytes.readUInt32LE(at + 2), size > 6 ? (bytes[at + 6] ?? 0) : 0)
    }
  }
}
