import { createHash, hash } from 'node:crypto'
import type { ByteSink } from '../../base/read-once.ts'
import { joinBytes } from './bytes.ts'
import { BLOCK_BYTES, merkleRoot, padDigest, powerOfTwo, SHA256_BYTES } from './merkle.ts'

/** What a torrent says of one file's bytes. */
export interface FilePieces {
  /** The root of the file's tree (BEP 52); none of an empty file. */
  readonly root?: Uint8Array
  /** One SHA-256 of 32 bytes a piece, one behind the other; empty where the file fits into one piece. */
  readonly layer: Uint8Array
  /** One SHA-1 of 20 bytes a piece (BEP 3), the last one filled up with zeros to the piece's end (BEP 47). */
  readonly pieces: Uint8Array
}

/** Makes a file's part of a hybrid torrent of its bytes, in one passage. `bytes` counts those that have passed. */
export interface PieceSink extends ByteSink {
  readonly bytes: number
  finish(): FilePieces
}

/**
 * @param pieceLength a power of two, 16 KiB at least (BEP 52)
 * @param isAlone the torrent has no other file: then its last piece is not filled up
 */
export function pieceSink(pieceLength: number, isAlone = false): PieceSink {
  return new Pieces(pieceLength, isAlone)
}

class Pieces implements PieceSink {
  bytes = 0
  readonly #pieceLength: number
  readonly #isAlone: boolean
  readonly #layer: Uint8Array[] = []
  readonly #pieces: Uint8Array[] = []
  /** Digests of the blocks of the piece that has begun. */
  readonly #leaves: Uint8Array
  #leaf = 0
  #block = createHash('sha256')
  #inBlock = 0
  #piece = createHash('sha1')
  #inPiece = 0

  constructor(pieceLength: number, isAlone: boolean) {
    if (pieceLength < BLOCK_BYTES || powerOfTwo(pieceLength) !== pieceLength)
      throw new Error(`Not a length of pieces: ${pieceLength}`)
    this.#pieceLength = pieceLength
    this.#isAlone = isAlone
    this.#leaves = new Uint8Array((pieceLength / BLOCK_BYTES) * SHA256_BYTES)
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const end = Math.min(bytes.length, at + this.#pieceLength - this.#inPiece)
      const part = bytes.subarray(at, end)
      this.#piece.update(part)
      this.#addBlocks(part)
      this.#inPiece += part.length
      this.bytes += part.length
      at = end
      if (this.#inPiece === this.#pieceLength) this.#endPiece()
    }
  }

  finish(): FilePieces {
    const { bytes } = this
    if (this.#inBlock > 0) this.#addLeaf(this.#block.digest())
    // The tree of a file that fits into one piece is no higher than its blocks need.
    if (bytes <= this.#pieceLength) {
      const [only] = this.#layer
      const root = only ?? merkleRoot(this.#filled(), powerOfTwo(this.#leaf))
      this.#endOfFile()
      const pieces = joinBytes(this.#pieces)
      return { root: bytes > 0 ? root : undefined, layer: new Uint8Array(0), pieces }
    }
    if (this.#inPiece > 0) this.#endOfFile()
    const layer = joinBytes(this.#layer)
    const pad = padDigest(this.#pieceLength / BLOCK_BYTES)
    const root = merkleRoot(layer, powerOfTwo(this.#layer.length), pad)
    return { root, layer, pieces: joinBytes(this.#pieces) }
  }

  /** Whole blocks are hashed at once, which costs less than a hash that is fed. */
  #addBlocks(part: Uint8Array): void {
    for (let at = 0; at < part.length; ) {
      const end = Math.min(part.length, at + BLOCK_BYTES - this.#inBlock)
      const block = part.subarray(at, end)
      at = end
      if (block.length === BLOCK_BYTES) this.#addLeaf(hash('sha256', block, 'buffer'))
      else {
        this.#block.update(block)
        this.#inBlock += block.length
        if (this.#inBlock < BLOCK_BYTES) continue
        this.#addLeaf(this.#block.digest())
        this.#block = createHash('sha256')
        this.#inBlock = 0
      }
    }
  }

  #addLeaf(digest: Uint8Array): void {
    this.#leaves.set(digest, this.#leaf * SHA256_BYTES)
    this.#leaf++
  }

  #filled(): Uint8Array {
    return this.#leaves.subarray(0, this.#leaf * SHA256_BYTES)
  }

  #endPiece(): void {
    this.#layer.push(merkleRoot(this.#filled(), this.#pieceLength / BLOCK_BYTES))
    this.#pieces.push(this.#piece.digest())
    this.#leaf = 0
    this.#piece = createHash('sha1')
    this.#inPiece = 0
  }

  #endOfFile(): void {
    if (this.#inPiece === 0) return
    if (!this.#isAlone) this.#piece.update(new Uint8Array(this.#pieceLength - this.#inPiece))
    this.#endPiece()
  }
}
