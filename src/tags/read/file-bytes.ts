import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

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

const BLOCK_BYTES = 32 * 1024
/** The beginning and the end of a file are read in turn. */
const MAX_BLOCKS = 4

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
  readonly #handle: FileHandle
  readonly #signal: AbortSignal | undefined
  #budget: number
  #blocks: readonly Block[] = []

  private constructor(handle: FileHandle, size: number, budget: number, signal?: AbortSignal) {
    this.#handle = handle
    this.size = size
    this.#budget = budget
    this.#signal = signal
  }

  /** `budget`: how many bytes may be read in all. Throws a UserError for what is no regular file. */
  static async open(path: string, budget: number, signal?: AbortSignal): Promise<FileBytes> {
    // Not blocking: a named pipe may have taken the file's place since it was found.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw new UserError(reason('source.file-not-regular'))
      return new FileBytes(handle, stats.size, budget, signal)
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
    const buffer = Buffer.allocUnsafe(Math.max(length, BLOCK_BYTES))
    this.#budget -= buffer.length
    if (this.#budget < 0) throw tooMuch()
    // Near the end a block holds all that is there: tags at the end are read from back to front.
    const start = Math.max(0, Math.min(position, this.size - buffer.length))
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, start)
    if (start + bytesRead <= position) return { start: position, bytes: Buffer.of() }
    const block = { start, bytes: buffer.subarray(0, bytesRead) }
    if (buffer.length === BLOCK_BYTES)
      this.#blocks = [block, ...this.#blocks.slice(0, MAX_BLOCKS - 1)]
    return block
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close()
  }
}

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
