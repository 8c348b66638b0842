import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Checkpoint } from './checkpoint.ts'

/** Read at once. */
const PIECE = 1 << 21

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

  /** As many bytes of it as `into` can hold; they are there afterwards. */
  static async readInto(
    into: Uint8Array,
    path: string,
    signal?: AbortSignal,
  ): Promise<SealedInventory> {
    const sealed = new SealedInventory(path)
    await using file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    for (;;) {
      signal?.throwIfAborted()
      const at = sealed.bytes
      const length = Math.min(PIECE, into.length - at)
      const { bytesRead } = await file.read(into, at, length, at)
      if (bytesRead === 0) return sealed
      sealed.#add(into.subarray(at, at + bytesRead))
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Of these bytes. */
  get sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  /** Goes on to the end of the file; returns what was there. */
  async extend(): Promise<Uint8Array> {
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
