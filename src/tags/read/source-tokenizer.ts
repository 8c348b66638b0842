import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3'
import type { ByteSource } from './file-bytes.ts'

/** Tags, even with large covers, take less. */
const MAX_BUFFER_BYTES = 32 * 1024 * 1024

export interface FileInfo {
  readonly path?: string
  readonly mimeType?: string
}

/** A source as music-metadata reads it. Without `path` and media type the content alone tells the format. */
export class SourceTokenizer extends AbstractTokenizer {
  declare readonly fileInfo: FileInfo & { readonly size: number }
  readonly #source: ByteSource
  #window: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.of() }

  constructor(source: ByteSource, info: FileInfo) {
    const fileInfo = { size: source.size, ...info }
    super({ fileInfo, maxBufferSize: MAX_BUFFER_BYTES })
    this.fileInfo = fileInfo
    this.#source = source
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

  async #read(target: Uint8Array, length: number, position: number): Promise<number> {
    const { start, bytes } = this.#window
    const isThere = position >= start && position + length <= start + bytes.length
    const found = isThere
      ? bytes.subarray(position - start, position - start + length)
      : await this.#load(position, length)
    target.set(found)
    return found.length
  }

  /** Somewhat more than is asked for, since music-metadata asks for a few bytes at a time. */
  async #load(position: number, length: number): Promise<Uint8Array> {
    const bytes = await this.#source.read(position, Math.max(length, 4096))
    this.#window = { start: position, bytes }
    return bytes.subarray(0, length)
  }
}
