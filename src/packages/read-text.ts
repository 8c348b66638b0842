import { join } from 'node:path'
import { type ByteSink, readOnce } from '../base/read-once.ts'

/** A text of a package that is larger than this is not read: nobody needs as much to describe a package. */
const MAX_TEXT_BYTES = 256 * 2 ** 20

/** The bytes of one file of a package; `bytes` is its size, where that is known. Undefined for one that is larger than any needs to be. */
export async function readPackageBytes(
  root: string,
  path: string,
  bytes = 0,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> {
  if (bytes > MAX_TEXT_BYTES) return undefined
  const pieces: Uint8Array[] = []
  const sink: ByteSink = { write: (piece) => void pieces.push(piece.slice()) }
  await readOnce(join(root, path), [sink], { noFollow: true, end: MAX_TEXT_BYTES, signal })
  return Buffer.concat(pieces)
}

/** The same as UTF-8; undefined for what is none. */
export async function readPackageText(
  root: string,
  path: string,
  bytes = 0,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const read = await readPackageBytes(root, path, bytes, signal)
  return read && decodeUtf8(read)
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
