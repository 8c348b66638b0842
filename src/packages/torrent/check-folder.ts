import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { readOnce } from '../../base/read-once.ts'
import { SHA256_BYTES } from './merkle.ts'
import { pieceSink } from './piece-sink.ts'
import type { DescribedFile, ReadTorrent } from './read-torrent.ts'

/** Bytes of a file: `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** What is not as a torrent says. */
export type TorrentFinding =
  /** Nothing is there, or no plain file. */
  | { readonly kind: 'missing'; readonly path: string }
  /** Of another length. */
  | { readonly kind: 'length'; readonly path: string; readonly bytes: number }
  /** The pieces that hold the wrong bytes; a file that fits into one piece counts whole. */
  | { readonly kind: 'damaged'; readonly path: string; readonly ranges: readonly ByteRange[] }

/**
 * Compares what lies in a folder with what a torrent says of it, a file after the other; other files are not looked at.
 * No link is followed.
 * @param folder the one that the torrent names, wherever it lies
 */
export async function* checkFolder(
  folder: string,
  torrent: ReadTorrent,
  signal?: AbortSignal,
): AsyncGenerator<TorrentFinding> {
  for (const file of torrent.files) {
    signal?.throwIfAborted()
    const found = await findPlain(folder, file.path)
    if (!found) yield { kind: 'missing', path: file.path }
    else if (found.bytes !== file.bytes)
      yield { kind: 'length', path: file.path, bytes: found.bytes }
    else {
      const ranges = await findDamage(found.place, file, torrent.pieceLength, signal)
      if (ranges.length > 0) yield { kind: 'damaged', path: file.path, ranges }
    }
  }
}

async function findPlain(folder: string, path: string) {
  const names = path.split('/')
  let place = folder
  for (const [at, name] of names.entries()) {
    place = join(place, name)
    const found = await lstat(place).catch(() => undefined)
    const isLast = at === names.length - 1
    if (!(isLast ? found?.isFile() : found?.isDirectory())) return undefined
    if (isLast && found) return { place, bytes: found.size }
  }
  return undefined
}

async function findDamage(
  place: string,
  { bytes, layer }: DescribedFile,
  pieceLength: number,
  signal?: AbortSignal,
): Promise<readonly ByteRange[]> {
  if (bytes === 0) return []
  const sink = pieceSink(pieceLength)
  const read = await readOnce(place, [sink], { noFollow: true, signal })
  const whole = [{ start: 0, end: bytes }]
  if (read !== bytes) return whole
  const { root, layer: found } = sink.finish()
  if (bytes <= pieceLength) return root && isSame(root, layer, 0) ? [] : whole
  const ranges: ByteRange[] = []
  for (let at = 0; at * SHA256_BYTES < layer.length; at++) {
    const digest = found.subarray(at * SHA256_BYTES, (at + 1) * SHA256_BYTES)
    const start = at * pieceLength
    if (!isSame(digest, layer, at))
      ranges.push({ start, end: Math.min(bytes, start + pieceLength) })
  }
  return ranges
}

const isSame = (digest: Uint8Array, layer: Uint8Array, at: number) =>
  Buffer.compare(digest, layer.subarray(at * SHA256_BYTES, (at + 1) * SHA256_BYTES)) === 0
