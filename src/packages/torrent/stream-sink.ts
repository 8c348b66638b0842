import { createHash, type Hash } from 'node:crypto'
import type { ByteSink } from '../../base/read-once.ts'

/** Where a stream of pieces stood, to go back to: bytes that turn out to be wrong leave no trace. */
export interface StreamMark {
  readonly piece: Hash
  readonly inPiece: number
  readonly pieces: number
}

/** The pieces of a torrent of the first version: its files are one stream, without anything between them (BEP 3). */
export interface StreamSink extends ByteSink {
  mark(): StreamMark
  /** A mark may be gone back to once. */
  reset(mark: StreamMark): void
  /** One SHA-1 of 20 bytes a piece, one behind the other. */
  finish(): Uint8Array
}

export function streamSink(pieceLength: number): StreamSink {
  const done: Uint8Array[] = []
  let piece = createHash('sha1')
  let inPiece = 0
  const end = () => {
    done.push(piece.digest())
    piece = createHash('sha1')
    inPiece = 0
  }
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + pieceLength - inPiece)
        piece.update(part)
        inPiece += part.length
        at += part.length
        if (inPiece === pieceLength) end()
      }
    },
    mark: () => ({ piece: piece.copy(), inPiece, pieces: done.length }),
    reset(mark) {
      piece = mark.piece
      inPiece = mark.inPiece
      done.length = mark.pieces
    },
    finish() {
      if (inPiece > 0) end()
      return Uint8Array.from(done.flatMap((digest) => [...digest]))
    },
  }
}
