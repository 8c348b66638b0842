import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { ByteWriter } from '../format/bytes.ts'

export const PARTITIONS = 256
/** One read call moves less than 2 GiB. */
const MAX_READ_BYTES = 2 ** 30

/**
 * Rows dealt out by the top byte of their hash: kept in memory while they fit, else appended to one
 * file a partition. The first half of an external sort; each partition is then sorted by itself.
 */
export class Scatter {
  readonly #folder: string
  readonly #name: string
  readonly #budget: number
  readonly #writers: ByteWriter[] = []
  #held = 0
  /** Rows added, for the caller to count. */
  rows = 0

  constructor(folder: string, name: string, budget: number) {
    this.#folder = folder
    this.#name = name
    this.#budget = budget
    for (let at = 0; at < PARTITIONS; at++) this.#writers.push(new ByteWriter(256))
  }

  #path(partition: number): string {
    return join(this.#folder, `${this.#name}-${partition.toString(16).padStart(2, '0')}.rows`)
  }

  /** Write one row here, then call `added` with its length. */
  writer(partition: number): ByteWriter {
    const writer = this.#writers[partition]
    if (!writer) throw new RangeError(`No partition ${partition}`)
    return writer
  }

  added(bytes: number): void {
    this.rows++
    this.#held += bytes
    if (this.#held > this.#budget) this.flush()
  }

  flush(): void {
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const writer = this.writer(partition)
      if (writer.length === 0) continue
      appendFileSync(this.#path(partition), writer.view())
      writer.clear()
    }
    this.#held = 0
  }

  /** All rows of a partition, in the order they were added; it is empty afterwards. */
  take(partition: number): Buffer {
    const writer = this.writer(partition)
    const held = Buffer.from(writer.view())
    this.#writers[partition] = new ByteWriter(0)
    const path = this.#path(partition)
    return existsSync(path) ? readAll(path, held) : held
  }

  /** Bytes in each file: with `cutBack`, what a stopped build needs to go on. */
  sizes(): number[] {
    return Array.from({ length: PARTITIONS }, (_, partition) => {
      const path = this.#path(partition)
      return existsSync(path) ? statSync(path).size : 0
    })
  }

  /** Forgets whatever was appended after `sizes` was taken. */
  cutBack(sizes: readonly number[]): void {
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const path = this.#path(partition)
      if (existsSync(path)) truncateSync(path, sizes[partition] ?? 0)
    }
  }

  remove(): void {
    for (let partition = 0; partition < PARTITIONS; partition++) {
      rmSync(this.#path(partition), { force: true })
    }
  }
}

/** The file's bytes, then `tail`. */
function readAll(path: string, tail: Buffer): Buffer {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.allocUnsafe(size + tail.length)
    let at = 0
    while (at < size) {
      const read = readSync(file, bytes, at, Math.min(size - at, MAX_READ_BYTES), at)
      if (read === 0) throw new RangeError(`${path} became shorter while it was read`)
      at += read
    }
    tail.copy(bytes, size)
    return bytes
  } finally {
    closeSync(file)
  }
}
