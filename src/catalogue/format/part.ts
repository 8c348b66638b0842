import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import {
  type AnyPart,
  decodeHeader,
  HEADER_BYTES,
  PART_CODES,
  SEGMENT_PAYLOAD,
  segmentName,
} from './layout.ts'

interface Segment {
  readonly path: string
  readonly file: number
  readonly payloadBytes: number
  readonly payloadCrc: number
}

/** The payload of a part, wherever it lies. */
export interface PartBytes extends Disposable {
  readonly length: number
  /** Bytes from `offset` on, valid until the next call. Throws RangeError past the end. */
  read(offset: number, length: number): Buffer
  /** All of it, proven. */
  load(): Buffer
}

/** One part of an index, open for reading: whole in memory after `load`, else read where asked. */
export class PartReader implements PartBytes {
  readonly #payload: number
  readonly #segments: readonly Segment[]
  #loaded: Buffer | undefined
  #scratch = Buffer.allocUnsafeSlow(16_384)
  /** Payload bytes over all segments. */
  readonly length: number

  /**
   * `bytes` is what the part takes on disk, headers included, as the manifest has it: it tells how many
   * segments there must be. Throws UserError when one is missing, foreign, damaged or cut.
   */
  constructor(
    folder: string,
    part: AnyPart,
    build: string,
    bytes: number,
    payload = SEGMENT_PAYLOAD,
  ) {
    this.#payload = payload
    const segments: Segment[] = []
    this.#segments = segments
    try {
      const count = Math.max(1, Math.ceil(bytes / (payload + HEADER_BYTES)))
      for (let number = 0; number < count; number++) {
        segments.push(openSegment(join(folder, segmentName(part, number)), part, number, build))
      }
    } catch (error) {
      this[Symbol.dispose]()
      throw error
    }
    this.length = segments.reduce((total, segment) => total + segment.payloadBytes, 0)
  }

  get isLoaded(): boolean {
    return this.#loaded !== undefined
  }

  /** Bytes from `offset` on, valid until the next call. Throws RangeError past the end. */
  read(offset: number, length: number): Buffer {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.length)) {
      throw new RangeError(`No bytes at ${offset}`)
    }
    if (this.#loaded) return this.#loaded.subarray(offset, offset + length)
    if (this.#scratch.length < length) this.#scratch = Buffer.allocUnsafeSlow(length * 2)
    this.#readInto(this.#scratch, offset, length)
    return this.#scratch.subarray(0, length)
  }

  /** The same as 32-bit numbers; `offset` is a multiple of four. */
  readWords(offset: number, length: number): Uint32Array {
    const bytes = this.read(offset, length)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, length >>> 2)
  }

  #readInto(target: Buffer, offset: number, length: number): void {
    for (let done = 0; done < length; ) {
      const number = Math.floor((offset + done) / this.#payload)
      const within = (offset + done) % this.#payload
      const segment = this.#segments[number]
      if (!segment) throw new RangeError(`No segment ${number}`)
      const wanted = Math.min(length - done, segment.payloadBytes - within)
      const read = readSync(segment.file, target, done, wanted, HEADER_BYTES + within)
      if (read === 0) throw new RangeError(`${segment.path} is cut off`)
      done += read
    }
  }

  /** Reads everything into memory and proves the checksums. */
  load(): Buffer {
    if (this.#loaded) return this.#loaded
    const bytes = Buffer.allocUnsafeSlow(this.length)
    this.#readInto(bytes, 0, this.length)
    let at = 0
    for (const { path, payloadBytes, payloadCrc } of this.#segments) {
      if (crc32(bytes.subarray(at, at + payloadBytes)) !== payloadCrc) {
        throw damaged(path, reason('catalogue.file-damaged'))
      }
      at += payloadBytes
    }
    this.#loaded = bytes
    return bytes
  }

  /** Proves the checksums without keeping anything in memory. */
  verify(): void {
    const chunk = Buffer.allocUnsafe(1 << 20)
    for (const segment of this.#segments) {
      let crc = 0
      for (let at = 0; at < segment.payloadBytes; ) {
        const wanted = Math.min(chunk.length, segment.payloadBytes - at)
        const read = readSync(segment.file, chunk, 0, wanted, HEADER_BYTES + at)
        if (read === 0) break
        crc = crc32(chunk.subarray(0, read), crc)
        at += read
      }
      if (crc !== segment.payloadCrc) throw damaged(segment.path, reason('catalogue.file-damaged'))
    }
  }

  [Symbol.dispose](): void {
    for (const segment of this.#segments) closeSync(segment.file)
  }
}

export const isSegment = (name: string, part: AnyPart) =>
  name.startsWith(`${part}-`) && /^[0-9]+\.seg$/.test(name.slice(part.length + 1))

function openSegment(path: string, part: AnyPart, number: number, build: string): Segment {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw damaged(path, reason('catalogue.file-missing'), error)
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    const header = decodeHeader(bytes.subarray(0, readSync(file, bytes, 0, HEADER_BYTES, 0)))
    if ('code' in header) throw damaged(path, header)
    if (header.part !== PART_CODES[part] || header.segment !== number || header.build !== build) {
      throw damaged(path, reason('catalogue.file-foreign'))
    }
    const { payloadBytes, payloadCrc } = header
    if (fstatSync(file).size !== HEADER_BYTES + payloadBytes)
      throw damaged(path, reason('catalogue.file-cut-off'))
    return { path, file, payloadBytes, payloadCrc }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function damaged(path: string, fault: Reason, cause?: unknown): UserError {
  return new UserError(
    reason('catalogue.file', { name: basename(path), fault }),
    reason('catalogue.restore-file'),
    cause === undefined ? undefined : { cause },
  )
}
