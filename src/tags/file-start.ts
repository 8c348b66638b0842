import { type FileHandle, open } from 'node:fs/promises'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'

/** Tags are read into memory, so they are bounded; real ones are not larger. */
const MAX_TAG_MEGABYTES = 64
const step = 64 * 1024

/** The beginning of a file, read as far as it is asked for. */
export class FileStart implements AsyncDisposable {
  readonly #file: FileHandle
  readonly size: number
  bytes: Buffer = Buffer.of()

  private constructor(file: FileHandle, size: number) {
    this.#file = file
    this.size = size
  }

  static async open(path: string): Promise<FileStart> {
    const file = await open(path)
    return new FileStart(file, (await file.stat()).size)
  }

  /** Afterwards `bytes` has at least so many, or false is returned: the file ends before. */
  async load(length: number): Promise<boolean> {
    if (length > MAX_TAG_MEGABYTES * 1024 * 1024)
      throw new UserError(reason('media.tags-too-large', { maxMegabytes: MAX_TAG_MEGABYTES }))
    if (length > this.size) return false
    if (length <= this.bytes.length) return true
    // Twice as much each time, so that what is read is not copied over and over.
    const wanted = Math.max(length - this.bytes.length, this.bytes.length, step)
    const more = Buffer.allocUnsafe(Math.min(wanted, this.size - this.bytes.length))
    const { bytesRead } = await this.#file.read(more, 0, more.length, this.bytes.length)
    this.bytes = Buffer.concat([this.bytes, more.subarray(0, bytesRead)])
    return length <= this.bytes.length
  }

  /** The last bytes of the file. */
  async readEnd(length: number): Promise<Buffer> {
    const end = Buffer.alloc(Math.min(length, this.size))
    await this.#file.read(end, 0, end.length, this.size - end.length)
    return end
  }

  async [Symbol.asyncDispose]() {
    await this.#file.close()
  }
}
