import type { FileHandle } from 'node:fs/promises'

/** A window that moves over a file. */
export class MovingWindow {
  readonly #file: FileHandle
  readonly #signal: AbortSignal | undefined
  readonly size: number
  readonly #block = Buffer.alloc(256 * 1024)
  base = 0
  view = new DataView(new ArrayBuffer(0))

  constructor(file: FileHandle, size: number, signal?: AbortSignal) {
    this.#file = file
    this.size = size
    this.#signal = signal
  }

  has(position: number, length: number): boolean {
    return position >= this.base && position + length <= this.base + this.view.byteLength
  }

  isSync(position: number): boolean {
    return this.#block[position - this.base] === 0xff
  }

  /** Afterwards `view` holds these bytes, the first at `position - base`; fewer at the file's end. */
  async load(position: number, length: number): Promise<void> {
    if (this.has(position, length)) return
    this.#signal?.throwIfAborted()
    const { bytesRead } = await this.#file.read(this.#block, 0, this.#block.length, position)
    this.base = position
    this.view = new DataView(this.#block.buffer, this.#block.byteOffset, bytesRead)
  }

  /** Where the next byte is that a frame may begin with; `to` when there is none before. */
  async findSync(from: number, to: number): Promise<number> {
    for (let position = from; position < to; position = this.base + this.view.byteLength) {
      await this.load(position, 1)
      if (this.view.byteLength === 0) return to
      const found = this.#block
        .subarray(0, this.view.byteLength)
        .indexOf(0xff, position - this.base)
      if (found >= 0) return this.base + found
    }
    return to
  }

  async text(position: number, length: number): Promise<string> {
    await this.load(position, length)
    const at = position - this.base
    return this.#block.toString('latin1', at, at + length)
  }
}
