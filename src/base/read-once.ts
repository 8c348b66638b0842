import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Takes a file's bytes in their order, a piece at a time; what it makes of them is its own affair. */
export interface ByteSink {
  /** The bytes are the sink's only during the call: the next piece is read into the same memory. */
  write(bytes: Uint8Array): void
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Refuse a symbolic link as the last part of the path. */
  readonly noFollow?: boolean
  /** From this byte on; the first one where it is left out. */
  readonly start?: number
  /** Up to this byte, and without it. */
  readonly end?: number
  /** Awaited before each piece, with its size at most: holds the reading to a rate. */
  readonly pace?: (bytes: number, signal?: AbortSignal) => Promise<void>
}

const CHUNK = 1 << 18

/**
 * Reads a regular file once and hands every piece to all sinks: digests, trees of digests and parity cost one read
 * together. Returns how many bytes there were. Throws where the path is no regular file: a pipe would never end.
 */
export async function readOnce(
  path: string,
  sinks: readonly ByteSink[],
  options: ReadOptions = {},
): Promise<number> {
  // Without O_NONBLOCK, opening a pipe waits for its other end. Windows has neither flag.
  const follow = options.noFollow ? (constants.O_NOFOLLOW ?? 0) : 0
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | follow
  await using file = await open(path, flags)
  if (!(await file.stat()).isFile()) throw new Error(`Not a regular file: ${path}`)
  return await readThrough(file, sinks, options)
}

/** A file that is open: what `open` of `node:fs/promises` gives, without its type. */
export interface OpenedFile {
  read(
    into: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
}

/** The same of a regular file that is open already. */
export async function readThrough(
  file: OpenedFile,
  sinks: readonly ByteSink[],
  { signal, start = 0, end = Number.POSITIVE_INFINITY, pace }: Omit<ReadOptions, 'noFollow'> = {},
): Promise<number> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  let at = start
  for (;;) {
    signal?.throwIfAborted()
    const left = Math.min(CHUNK, end - at)
    if (left > 0) await pace?.(left, signal)
    const bytesRead = left > 0 ? (await file.read(buffer, 0, left, at)).bytesRead : 0
    if (bytesRead === 0) return at - start
    const piece = buffer.subarray(0, bytesRead)
    for (const sink of sinks) sink.write(piece)
    at += bytesRead
  }
}
