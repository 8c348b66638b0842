import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

const blockBytes = 32 * 1024

/** Tags, even with large covers, take less; a broken length field must not claim the memory. */
const MAX_BUFFER_BYTES = 32 * 1024 * 1024

/**
 * A file for music-metadata to read from: in blocks, since its parsers ask for a few bytes at a time;
 * bounded, since a broken file could keep them searching to its end; and stopped by a signal.
 */
export class BlockTokenizer extends AbstractTokenizer {
  declare readonly fileInfo: { readonly path?: string; readonly size: number }
  readonly #handle: FileHandle
  readonly #signal: AbortSignal
  readonly #block = Buffer.allocUnsafe(blockBytes)
  #blockStart = 0
  #blockLength = 0
  #budget: number

  private constructor(
    handle: FileHandle,
    fileInfo: { readonly path?: string; readonly size: number },
    budget: number,
    signal: AbortSignal,
  ) {
    super({ fileInfo, maxBufferSize: MAX_BUFFER_BYTES })
    this.fileInfo = fileInfo
    this.#handle = handle
    this.#budget = budget
    this.#signal = signal
  }

  /** `budget`: how many bytes may be read in all. Without `path` the content alone tells the format. */
  static async open(
    file: string,
    options: { readonly budget: number; readonly useName: boolean; readonly signal: AbortSignal },
  ): Promise<BlockTokenizer> {
    // Not blocking: a named pipe may have taken the file's place since it was found.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) throw new UserError(reason('source.file-not-regular'))
      const fileInfo = { size: facts.size, path: options.useName ? file : undefined }
      return new BlockTokenizer(handle, fileInfo, options.budget, options.signal)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options)
    const count = await this.#read(target, length, position)
    this.position = position + count
    if (count < length && !mayBeLess) throw new EndOfStreamError()
    return count
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options)
    const count = await this.#read(target, length, position)
    if (count < length && !mayBeLess) throw new EndOfStreamError()
    return count
  }

  supportsRandomAccess(): boolean {
    return true
  }

  setPosition(position: number): void {
    this.position = position
  }

  protected override async closeOnce(): Promise<void> {
    await this.#handle.close()
    await super.closeOnce()
  }

  async #read(target: Uint8Array, length: number, position: number): Promise<number> {
    let count = 0
    while (count < length) {
      const at = position + count
      if (at < this.#blockStart || at >= this.#blockStart + this.#blockLength) {
        if (!(await this.#loadBlock(at))) break
      }
      const from = at - this.#blockStart
      const to = Math.min(this.#blockLength, from + length - count)
      target.set(this.#block.subarray(from, to), count)
      count += to - from
    }
    return count
  }

  /** False at the end of the file. */
  async #loadBlock(position: number): Promise<boolean> {
    this.#signal.throwIfAborted()
    if (this.#budget <= 0) throw new UserError(reason('source.file-tags-not-found'))
    const { bytesRead } = await this.#handle.read(this.#block, 0, blockBytes, position)
    this.#budget -= blockBytes
    this.#blockStart = position
    this.#blockLength = bytesRead
    return bytesRead > 0
  }
}
