import { crc32 } from 'node:zlib'
import type { Recording } from '../../model/recording.ts'
import { type Body, readBody } from './body.ts'
import { ByteReader } from './bytes.ts'
import type { TextCodec } from './codec.ts'
import type { Dictionary } from './dictionary.ts'

/**
 * A record block: up to 32 tracks of one artist, readable by itself. Texts are coded (`codec.ts`).
 *
 *     u16 low half of the CRC-32 of what follows
 *     varint tracks
 *     varint credits, each: varint names, each: varint bytes, text
 *     varint albums, each: varint bytes, text
 *     per track: varint bytes, then: varint credit · varint album + 1, 0 for none · body (body.ts) · title to the end
 */
export class Block {
  readonly #reader: ByteReader
  readonly #codec: TextCodec
  readonly #dictionary: Dictionary
  readonly #credits: number[] = []
  readonly #albums: number[] = []
  readonly #records: number[] = []

  /** Throws RangeError on damaged bytes; `isProven` where their checksum was seen to be right before. */
  constructor(bytes: Buffer, codec: TextCodec, dictionary: Dictionary, isProven = false) {
    const reader = new ByteReader(bytes)
    this.#reader = reader
    this.#codec = codec
    this.#dictionary = dictionary
    const checksum = reader.u16()
    if (!isProven && checksum !== (crc32(bytes.subarray(2)) & 0xffff)) {
      throw new RangeError('Block checksum differs')
    }
    const tracks = reader.varint()
    for (let credits = reader.varint(); credits > 0; credits--) {
      this.#credits.push(reader.at)
      for (let names = reader.varint(); names > 0; names--) reader.skip(reader.varint())
    }
    for (let albums = reader.varint(); albums > 0; albums--) {
      this.#albums.push(reader.at)
      reader.skip(reader.varint())
    }
    for (let track = 0; track < tracks; track++) {
      this.#records.push(reader.at)
      reader.skip(reader.varint())
    }
  }

  get tracks(): number {
    return this.#records.length
  }

  recording(track: number): Recording {
    const reader = this.#moveTo(this.#records[track])
    const end = reader.varint() + reader.at
    const credit = reader.varint()
    const album = reader.varint()
    const body = readBody(reader, this.#dictionary)
    const title = this.#codec.decode(reader, end)
    const artists = this.#artists(credit)
    if (album === 0) return { ...body, title, artists }
    this.#moveTo(this.#albums[album - 1])
    return { ...body, title, artists, album: this.#text() }
  }

  /** A record without title, artists and album. */
  body(track: number): Body {
    const reader = this.#moveTo(this.#records[track])
    reader.varint()
    reader.varint()
    reader.varint()
    return readBody(reader, this.#dictionary)
  }

  #artists(credit: number): string[] {
    const reader = this.#moveTo(this.#credits[credit])
    return Array.from({ length: reader.varint() }, () => this.#text())
  }

  #text(): string {
    const length = this.#reader.varint()
    return this.#codec.decode(this.#reader, this.#reader.at + length)
  }

  #moveTo(at: number | undefined): ByteReader {
    if (at === undefined) throw new RangeError('Not in this block')
    this.#reader.at = at
    return this.#reader
  }
}
