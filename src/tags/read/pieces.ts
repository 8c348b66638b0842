import type { ByteSource } from './file-bytes.ts'

const PIECE_BYTES = 1 << 18

/** The bytes between these places, piece by piece. */
export async function* piecesOf(
  file: ByteSource,
  from = 0,
  to = file.size,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const piece = await file.read(at, Math.min(PIECE_BYTES, to - at))
    if (piece.length === 0) return
    yield piece
    at += piece.length
  }
}
