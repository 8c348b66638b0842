import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

export interface FileSum {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

export interface HashOptions {
  readonly signal?: AbortSignal
  /** Refuse a symbolic link as the last part of the path. */
  readonly noFollow?: boolean
  /** Only so many bytes from the beginning. */
  readonly end?: number
}

const CHUNK = 1 << 18

/** Reads a file once, a piece at a time. Only regular files have a sum: a pipe would never end. */
export async function hashFile(path: string, options: HashOptions = {}): Promise<FileSum> {
  // Without O_NONBLOCK, opening a pipe waits for its other end. Windows has neither flag.
  const follow = options.noFollow ? (constants.O_NOFOLLOW ?? 0) : 0
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | follow
  await using file = await open(path, flags)
  if (!(await file.stat()).isFile()) throw new Error(`Not a regular file: ${path}`)
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK)
  let bytes = 0
  for (;;) {
    options.signal?.throwIfAborted()
    const left = Math.min(CHUNK, (options.end ?? Number.POSITIVE_INFINITY) - bytes)
    const bytesRead = left > 0 ? (await file.read(buffer, 0, left)).bytesRead : 0
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
    hash.update(buffer.subarray(0, bytesRead))
    bytes += bytesRead
  }
}
