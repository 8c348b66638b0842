import { crc32 } from 'node:zlib'
import { ByteReader, ByteWriter } from '../format/bytes.ts'
import type { TextCodec } from '../format/codec.ts'
import { ROW } from './rows.ts'

/** Writes record blocks; `block.ts` declares their bytes and reads them. */
export class BlockWriter {
  readonly #codec: TextCodec
  readonly #credits = new BlockTable()
  readonly #albums = new BlockTable()
  readonly #records = new ByteWriter(4096)
  readonly #record = new ByteWriter(1024)
  readonly #block = new ByteWriter(8192)

  constructor(codec: TextCodec) {
    this.#codec = codec
  }

  /** A block of the rows that begin at `starts[from…to)` in `rows`. */
  write(rows: Buffer, starts: Float64Array, order: Uint32Array, from: number, to: number): Buffer {
    const credits = this.#credits
    const albums = this.#albums
    const block = this.#block
    credits.clear()
    albums.clear()
    this.#records.clear()
    for (let at = from; at < to; at++) {
      const start = starts[order[at] ?? 0] ?? 0
      this.#addRecord(rows, start)
    }
    block.clear()
    block.u16(0)
    block.varint(to - from)
    block.varint(credits.count)
    for (let entry = 0; entry < credits.count; entry++) {
      const names = new ByteReader(rows, credits.start(entry), credits.end(entry))
      const count = names.varint()
      block.varint(count)
      for (let name = 0; name < count; name++) {
        const length = names.varint()
        const at = names.skip(length)
        this.#writeText(rows, at, at + length)
      }
    }
    block.varint(albums.count)
    for (let entry = 0; entry < albums.count; entry++) {
      this.#writeText(rows, albums.start(entry), albums.end(entry))
    }
    block.bytes(this.#records.view())
    const bytes = block.view()
    bytes.writeUInt16LE(crc32(bytes.subarray(2)) & 0xffff)
    return bytes
  }

  #addRecord(rows: Buffer, start: number): void {
    const record = this.#record
    const end = start + 4 + rows.readUInt32LE(start)
    const row = new ByteReader(rows, start + rows.readUInt16LE(start + ROW.texts), end)
    const creditBytes = row.varint()
    const creditAt = row.skip(creditBytes)
    const albumBytes = row.varint()
    const albumAt = row.skip(Math.max(0, albumBytes - 1))
    const titleBytes = row.varint()
    const titleAt = row.skip(titleBytes)
    record.clear()
    record.varint(this.#credits.add(rows, creditAt, creditAt + creditBytes))
    record.varint(
      albumBytes === 0 ? 0 : this.#albums.add(rows, albumAt, albumAt + albumBytes - 1) + 1,
    )
    record.bytes(rows, row.at, end)
    this.#codec.encode(rows, titleAt, titleAt + titleBytes, record)
    this.#records.varint(record.length)
    this.#records.bytes(record.buffer, 0, record.length)
  }

  #writeText(rows: Buffer, start: number, end: number): void {
    const text = this.#record
    text.clear()
    this.#codec.encode(rows, start, end, text)
    this.#block.varint(text.length)
    this.#block.bytes(text.buffer, 0, text.length)
  }
}

/** Runs of bytes in the rows, each different one once. */
class BlockTable {
  readonly #bounds: number[] = []
  count = 0

  clear(): void {
    this.count = 0
    this.#bounds.length = 0
  }

  start(entry: number): number {
    return this.#bounds[entry * 2] ?? 0
  }

  end(entry: number): number {
    return this.#bounds[entry * 2 + 1] ?? 0
  }

  /** The number of these bytes, from 0. Few entries are likely, the newest most of all. */
  add(rows: Buffer, start: number, end: number): number {
    for (let entry = this.count - 1; entry >= 0; entry--) {
      if (isSame(rows, this.start(entry), this.end(entry), start, end)) return entry
    }
    this.#bounds.push(start, end)
    return this.count++
  }
}

function isSame(rows: Buffer, left: number, leftEnd: number, right: number, rightEnd: number) {
  if (leftEnd - left !== rightEnd - right) return false
  for (let at = left, other = right; at < leftEnd; at++, other++) {
    if (rows[at] !== rows[other]) return false
  }
  return true
}
