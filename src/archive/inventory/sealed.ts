import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Checkpoint } from './checkpoint.ts'

/** The inventory up to a place, with the state of its digest: what follows is added to it without reading all again. */
export class SealedInventory implements Checkpoint {
  readonly #path: string
  readonly #hash = createHash('sha256')
  #bytes = 0

  private constructor(path: string) {
    this.#path = path
  }

  /** Its first `bytes`, or all of it. */
  static async read(path: string, bytes?: number, signal?: AbortSignal): Promise<SealedInventory> {
    const sealed = new SealedInventory(path)
    if (bytes === 0) return sealed
    for await (const chunk of sealed.#from(0, bytes, signal)) sealed.#add(chunk)
    return sealed
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Of these bytes. */
  get sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  /** Goes on to the end of the file; returns what was there. */
  async extend(): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.#from(this.#bytes)) chunks.push(chunk)
    for (const chunk of chunks) this.#add(chunk)
    return Buffer.concat(chunks)
  }

  #from(start: number, bytes?: number, signal?: AbortSignal): AsyncIterable<Buffer> {
    const end = bytes === undefined ? undefined : bytes - 1
    return createReadStream(this.#path, { start, end, highWaterMark: 1 << 18, signal })
  }

  #add(chunk: Uint8Array) {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
  }
}
