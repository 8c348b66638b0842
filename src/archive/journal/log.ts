import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder, writeAtomic } from '../../base/file.ts'

interface PendingWrite {
  readonly line: string
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * A file of lines that are appended, and sometimes replaced as a whole. A line survives a power cut once `append`
 * has returned. Lines that come while others are being synced share the next sync.
 */
export class Log implements AsyncDisposable {
  readonly #path: string
  #file: FileHandle | undefined
  #bytes = 0
  /** Set when half a line could not be cut off again: nothing may be written after it. */
  #spoilt: unknown
  #waiting: PendingWrite[] = []
  /** Appends and replacements, one after another. */
  #work: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  /** The line with its end mark. */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject })
      if (this.#waiting.length === 1) this.#enqueue(() => this.#flush())
    })
  }

  /** Replaces all lines by those that `lines` gives when its turn has come; returns the file's new size. */
  replace(lines: () => Iterable<string | Uint8Array>, temporary: string): Promise<number> {
    return this.#enqueue(async () => {
      await this.#close()
      await writeAtomic(this.#path, lines(), temporary)
      await this.#open()
      return this.#bytes
    })
  }

  async [Symbol.asyncDispose]() {
    await this.#enqueue(() => this.#close())
  }

  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(work)
    this.#work = result.catch(() => {})
    return result
  }

  async #flush() {
    const batch = this.#waiting
    this.#waiting = []
    try {
      await this.#write(batch.map(({ line }) => line).join(''))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  async #write(text: string) {
    if (this.#spoilt) throw this.#spoilt
    const file = this.#file ?? (await this.#open())
    const bytes = Buffer.from(text)
    try {
      await file.appendFile(bytes)
      await file.datasync()
      this.#bytes += bytes.length
    } catch (error) {
      // A full disk takes half a line, which would spoil the next one.
      this.#spoilt = error
      await file.truncate(this.#bytes)
      this.#spoilt = undefined
      throw error
    }
  }

  async #open(): Promise<FileHandle> {
    const flags = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR
    const file = await open(this.#path, flags | (constants.O_NOFOLLOW ?? 0), 0o666)
    this.#bytes = (await file.stat()).size
    await syncFolder(dirname(this.#path))
    this.#file = file
    return file
  }

  async #close() {
    await this.#file?.close()
    this.#file = undefined
  }
}
