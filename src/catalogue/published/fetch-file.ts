import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { inParallel } from '../../base/parallel.ts'
import { reason } from '../../model/reason.ts'
import { readWhole } from '../../storage/read-whole.ts'
import type { ReadablePlace } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { type PublishedFile, piecesOf } from './generation.ts'
import { pieceKey } from './place.ts'

/** Fetched at once: each holds a piece in memory. */
const WIDTH = 4

interface FilePiece {
  readonly sha256: string
  /** Where it begins in its file. */
  readonly at: number
  readonly bytes: number
}

/**
 * Makes a file at `path` whole: pieces that an earlier run has put there are kept where their digests are right, the
 * others are fetched. Yields the bytes of each piece that is there. The file is on the disk at the end.
 */
export async function* fetchFile(
  place: ReadablePlace,
  file: PublishedFile,
  pieceBytes: number,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  await using into = await open(path, 'a').then(async (made) => {
    await made.close()
    return await open(path, 'r+')
  })
  const complete = async (piece: FilePiece) => {
    if (!(await hasPiece(into, piece, signal)))
      await writeAll(into, await fetchPiece(place, piece, signal), piece.at)
    return piece.bytes
  }
  yield* inParallel(piecesOf(file, pieceBytes), WIDTH, complete)
  await into.truncate(file.bytes)
  await into.sync()
}

/** Whether a file consists of these pieces. */
export async function isWhole(
  path: string,
  file: PublishedFile,
  pieceBytes: number,
  signal: AbortSignal,
): Promise<boolean> {
  await using handle = await open(path, 'r')
  if ((await handle.stat()).size !== file.bytes) return false
  for (const piece of piecesOf(file, pieceBytes))
    if (!(await hasPiece(handle, piece, signal))) return false
  return true
}

async function hasPiece(file: FileHandle, piece: FilePiece, signal: AbortSignal) {
  signal.throwIfAborted()
  const data = Buffer.allocUnsafe(piece.bytes)
  for (let filled = 0; filled < data.length; ) {
    const { bytesRead } = await file.read(data, filled, data.length - filled, piece.at + filled)
    if (bytesRead === 0) return false
    filled += bytesRead
  }
  return digest(data) === piece.sha256
}

async function fetchPiece(
  place: ReadablePlace,
  { sha256, bytes }: FilePiece,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const key = pieceKey(sha256)
  const data = await readWhole(place, key, bytes, signal)
  if (data && data.length === bytes && digest(data) === sha256) return data
  const told = { place: place.name, key }
  throw new UserError(
    data ? reason('catalogue.piece-damaged', told) : reason('catalogue.piece-missing', told),
    reason('catalogue.ask-to-publish-again'),
  )
}

async function writeAll(file: FileHandle, data: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < data.length; ) {
    const { bytesWritten } = await file.write(data, written, data.length - written, at + written)
    written += bytesWritten
  }
}

const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
