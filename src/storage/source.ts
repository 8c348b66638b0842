import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { digestSink } from '../base/hash.ts'
import { DigestMismatchError, SourceUnreadableError } from './errors.ts'
import type { StoreOptions, StoreSource } from './store.ts'

/**
 * The bytes of a source, in pieces of exactly `pieceBytes` but for the last one; each is the caller's. After the last
 * one it throws DigestMismatchError where the whole was not what was promised, and before that where there are too many;
 * SourceUnreadableError where a file cannot be read.
 */
export async function* readSource(
  { from, bytes, sha256 }: StoreSource,
  pieceBytes: number,
  { signal, onBytes }: StoreOptions,
): AsyncGenerator<Uint8Array> {
  const digest = digestSink('sha256')
  let read = 0
  for await (const piece of from instanceof Uint8Array
    ? cut(from, pieceBytes)
    : explainReading(readFile(from.path, pieceBytes), from.path)) {
    signal.throwIfAborted()
    read += piece.length
    if (read > bytes) throw mismatch(from)
    digest.write(piece)
    await onBytes?.(piece.length)
    yield piece
  }
  if (read !== bytes || digest.hex() !== sha256) throw mismatch(from)
}

function* cut(bytes: Uint8Array, pieceBytes: number) {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** What fails here is the source's fault, and not the store's. */
async function* explainReading(pieces: AsyncGenerator<Uint8Array>, path: string) {
  try {
    yield* pieces
  } catch (cause) {
    throw cause instanceof DigestMismatchError ? cause : new SourceUnreadableError(path, { cause })
  }
}

async function* readFile(path: string, pieceBytes: number) {
  // Without O_NONBLOCK, opening a pipe waits for its other end. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  await using file = await open(path, flags)
  const found = await file.stat()
  if (!found.isFile()) throw new DigestMismatchError(`Not a regular file: ${path}`)
  for (let at = 0; ; ) {
    const piece = Buffer.allocUnsafe(Math.max(1, Math.min(pieceBytes, found.size - at)))
    let filled = 0
    while (filled < piece.length) {
      const { bytesRead } = await file.read(piece, filled, piece.length - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    if (filled > 0) yield piece.subarray(0, filled)
    at += filled
    if (filled < piece.length) return
  }
}

const mismatch = (from: StoreSource['from']) =>
  new DigestMismatchError(
    from instanceof Uint8Array
      ? 'Other bytes than promised'
      : `Other bytes than promised: ${from.path}`,
  )
