import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ByteWriter } from '../format/bytes.ts'
import {
  type AnyPart,
  encodeHeader,
  HEADER_BYTES,
  PART_CODES,
  SEGMENT_PAYLOAD,
  segmentName,
} from '../format/layout.ts'

const BUFFER_BYTES = 1 << 20

/** Writes one part as a stream of bytes, cut into segments with header and checksum. */
export class SegmentWriter {
  readonly #payload: number
  readonly #folder: string
  readonly #part: AnyPart
  readonly #build: string
  readonly #pending = new ByteWriter(BUFFER_BYTES)
  #file: number | undefined
  #segment = 0
  #bytes = 0
  #crc = 0
  /** Bytes of payload so far, over all segments. */
  total = 0

  constructor(folder: string, part: AnyPart, build: string, payload = SEGMENT_PAYLOAD) {
    this.#payload = payload
    this.#folder = folder
    this.#part = part
    this.#build = build
  }

  /** Write here, at most a few megabytes, then call `wrote`. */
  get out(): ByteWriter {
    return this.#pending
  }

  wrote(): void {
    if (this.#pending.length >= BUFFER_BYTES) this.#drain()
  }

  /** Bytes written and pending: where the next byte will stand. */
  get position(): number {
    return this.total + this.#pending.length
  }

  #drain(): void {
    const bytes = this.#pending.view()
    for (let at = 0; at < bytes.length; ) {
      const end = Math.min(bytes.length, at + this.#payload - this.#bytes)
      this.#write(bytes.subarray(at, end))
      at = end
      if (this.#bytes === this.#payload) this.#endSegment()
    }
    this.#pending.clear()
  }

  #write(bytes: Buffer): void {
    if (this.#file === undefined) {
      this.#file = openSync(join(this.#folder, segmentName(this.#part, this.#segment)), 'w')
      writeSync(this.#file, Buffer.alloc(HEADER_BYTES))
    }
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.#crc = crc32(bytes, this.#crc)
    this.#bytes += bytes.length
    this.total += bytes.length
  }

  #endSegment(): void {
    if (this.#file === undefined) return
    const header = encodeHeader({
      part: PART_CODES[this.#part],
      segment: this.#segment,
      payloadBytes: this.#bytes,
      payloadCrc: this.#crc,
      build: this.#build,
    })
    writeSync(this.#file, header, 0, HEADER_BYTES, 0)
    fsyncSync(this.#file)
    closeSync(this.#file)
    this.#file = undefined
    this.#segment++
    this.#bytes = 0
    this.#crc = 0
  }

  /** Completes the part; an empty one still gets a segment. */
  close(): void {
    this.#drain()
    if (this.#segment === 0) this.#write(Buffer.alloc(0))
    this.#endSegment()
  }

  /** Leaves without completing: what was written can not be opened. */
  abandon(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}
