import { hash } from 'node:crypto'
import type { ByteSink } from '../../base/read-once.ts'
import { DIGEST_BYTES } from './head.ts'

/** Writes the digest of every block of a file behind one another; the last block may be shorter. */
export class BlockDigests implements ByteSink {
  readonly #blockBytes: number
  readonly #into: Uint8Array
  readonly #begun: Uint8Array
  #begunBytes = 0
  #at = 0

  constructor(blockBytes: number, into: Uint8Array) {
    this.#blockBytes = blockBytes
    this.#into = into
    this.#begun = new Uint8Array(blockBytes)
  }

  write(bytes: Uint8Array): void {
    let from = 0
    while (from < bytes.length) {
      const missing = this.#blockBytes - this.#begunBytes
      const piece = bytes.subarray(from, from + missing)
      from += piece.length
      if (piece.length === this.#blockBytes) this.#add(piece)
      else {
        this.#begun.set(piece, this.#begunBytes)
        this.#begunBytes += piece.length
        if (this.#begunBytes === this.#blockBytes) this.end()
      }
    }
  }

  /** All bytes have come. */
  end(): void {
    if (this.#begunBytes > 0) this.#add(this.#begun.subarray(0, this.#begunBytes))
    this.#begunBytes = 0
  }

  /** More than there is room for is not noted: such a file is not what it should be. */
  #add(block: Uint8Array) {
    if (this.#at + DIGEST_BYTES > this.#into.length) return
    this.#into.set(digestOf(block), this.#at)
    this.#at += DIGEST_BYTES
  }
}

/** The digest by which a block is told to be whole. */
export const digestOf = (block: Uint8Array): Uint8Array =>
  hash('sha256', block, 'buffer').subarray(0, DIGEST_BYTES)

/** Whether a block is the one that digest number `at` was made of. */
export const isBlock = (block: Uint8Array, digests: Uint8Array, at: number): boolean =>
  Buffer.compare(digestOf(block), digests.subarray(at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES)) ===
  0
