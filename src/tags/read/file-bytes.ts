import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { RemoteBytes } from './remote-bytes.ts'

/** Bytes that a container is read from: a file, or what stands between the tags around it. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `start` on, fewer where the source ends before. They belong to the caller. */
  read(start: number, length: number): Promise<Buffer>
  /** A part of it as a source of its own, counted from 0. */
  part(start: number, end?: number): ByteSource
}

/** Tags, even with large covers, take less; a broken length field must not claim the memory. */
const MAX_READ_BYTES = 32 * 1024 * 1024

/** Of a disk; each block of a server is a request. */
const BLOCK_BYTES = 32 * 1024
const REMOTE_BLOCK_BYTES = 512 * 1024
/** The beginning and the end of a file are read in turn. */
const MAX_BLOCKS = 4

/** Where the bytes are: on a disk, where it is closed in the end, or on a server. */
type Origin = RemoteBytes & AsyncDisposable

interface Block {
  readonly start: number
  readonly bytes: Buffer
}

/**
 * A file that is read in blocks, since readers ask for a few bytes at a time; within a budget, since a broken file
 * could keep them searching to its end; and until a signal stops it.
 */
export class FileBytes implements ByteSource, AsyncDisposable {
  readonly size: number
  readonly #origin: Origin
  readonly #blockBytes: number
  readonly #signal: AbortSignal | undefined
  #budget: number
  #blocks: readonly Block[] = []

  private constructor(origin: Origin, blockBytes: number, budget: number, signal?: AbortSignal) {
    this.#origin = origin
    this.#blockBytes = blockBytes
    this.size = origin.size
    this.#budget = budget
    this.#signal = signal
  }

  static over(remote: RemoteBytes, budget: number, signal?: AbortSignal): FileBytes {
    const origin: Origin = {
      size: remote.size,
      readAt: (start, length) => remote.readAt(start, length),
      async [Symbol.asyncDispose]() {},
    }
    return new FileBytes(origin, REMOTE_BLOCK_BYTES, budget, signal)
  }

  /** `budget`: how many bytes may be read in all. Throws a UserError for what is no regular file. */
  static async open(path: string, budget: number, signal?: AbortSignal): Promise<FileBytes> {
    // Not blocking: a named pipe may have taken the file's place since it was found.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw new UserError(reason('source.file-not-regular'))
      return new FileBytes(originOf(handle, stats.size), BLOCK_BYTES, budget, signal)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async read(start: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.size - start)
    if (!(start >= 0 && wanted > 0)) return Buffer.of()
    if (wanted > MAX_READ_BYTES) throw tooMuch()
    const whole = Buffer.allocUnsafe(wanted)
    let count = 0
    while (count < wanted) {
      const { start: from, bytes } = await this.#blockAt(start + count, wanted - count)
      if (bytes.length === 0) break
      count += bytes.copy(whole, count, start + count - from)
    }
    return whole.subarray(0, count)
  }

  part(start: number, end = this.size): ByteSource {
    return new PartOfBytes(this, start, end)
  }

  /** A block with this position in it; empty at the end of a file that has become shorter. */
  async #blockAt(position: number, length: number): Promise<Block> {
    const isIn = ({ start, bytes }: Block) => position >= start && position < start + bytes.length
    const known = this.#blocks.find(isIn)
    if (known) return known
    this.#signal?.throwIfAborted()
    const wanted = Math.max(length, this.#blockBytes)
    this.#budget -= wanted
    if (this.#budget < 0) throw tooMuch()
    // Near the end a block holds all that is there: tags at the end are read from back to front.
    const start = Math.max(0, Math.min(position, this.size - wanted))
    const read = await this.#origin.readAt(start, wanted)
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.length)
    if (start + bytes.length <= position) return { start: position, bytes: Buffer.of() }
    const block = { start, bytes }
    if (wanted === this.#blockBytes)
      this.#blocks = [block, ...this.#blocks.slice(0, MAX_BLOCKS - 1)]
    return block
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#origin[Symbol.asyncDispose]()
  }
}

const originOf = (handle: FileHandle, size: number): Origin => ({
  size,
  async readAt(start, length) {
    const buffer = Buffer.allocUnsafe(length)
    const { bytesRead } = await handle.read(buffer, 0, length, start)
    return buffer.subarray(0, bytesRead)
  },
  [Symbol.asyncDispose]: () => handle.close(),
})

class PartOfBytes implements ByteSource {
  readonly size: number
  readonly #whole: ByteSource
  readonly #start: number

  constructor(whole: ByteSource, start: number, end: number) {
    this.#whole = whole
    this.#start = Math.min(Math.max(start, 0), whole.size)
    this.size = Math.max(0, Math.min(end, whole.size) - this.#start)
  }

  async read(start: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.size - start)
    return start >= 0 && wanted > 0
      ? await this.#whole.read(this.#start + start, wanted)
      : Buffer.of()
  }

  part(start: number, end = this.size): ByteSource {
    const from = Math.max(start, 0)
    return new PartOfBytes(this.#whole, this.#start + from, this.#start + Math.min(end, this.size))
  }
}

const tooMuch = () => new UserError(reason('source.file-tags-not-found'))
