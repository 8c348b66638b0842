import { png } from '../../tags/pictures.ts'

/** What programs, phones and years do to whole files. */

/** Two files laid together, as `cat` does it. */
export const twice = (bytes: Buffer) => Buffer.concat([bytes, bytes])

/** A tag of 30 years ago behind the sound, in Latin-1. */
export function withId3v1(bytes: Buffer): Buffer {
  const tag = Buffer.alloc(128)
  tag.write('TAG')
  tag.write('Old title', 3, 'latin1')
  tag.write('Bj\xf6rk', 33, 'latin1')
  tag.write('Old album', 63, 'latin1')
  tag.write('1997', 93)
  // Track 7 of ID3v1.1, genre 17.
  tag.set([0, 7, 17], 125)
  return Buffer.concat([bytes, tag])
}

const synchsafe = (size: number) =>
  Buffer.of((size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127)

function frame(id: string, data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(id), synchsafe(data.length), Buffer.of(0, 0), data])
}

/** ID3v2.4 of these frames; `10` in place of `ID3` in a footer. */
function id3v2(frames: readonly Buffer[], padding = 0, footer = false): Buffer {
  const body = Buffer.concat([...frames, Buffer.alloc(padding)])
  const head = (name: string) =>
    Buffer.concat([Buffer.from(name), Buffer.of(4, 0, footer ? 16 : 0), synchsafe(body.length)])
  return Buffer.concat([head('ID3'), body, ...(footer ? [head('3DI')] : [])])
}

const title = frame('TIT2', Buffer.from('\x03Grüße 日本'))
const artist = frame('TPE1', Buffer.from('\x03Björk Ö'))
const album = frame('TALB', Buffer.from('\x03Ålbum'))

export const behindId3v2 = (bytes: Buffer) =>
  Buffer.concat([id3v2([title, artist, album], 100_000), bytes])

export const beforeId3v2 = (bytes: Buffer) =>
  Buffer.concat([bytes, id3v2([title, artist, album], 0, true)])

/** A front cover of a type and with bytes that few readers know. */
export const withPicture = (mime: string, kind: number, data: Uint8Array) => (bytes: Buffer) => {
  const head = Buffer.concat([Buffer.from(`\0${mime}\0`, 'latin1'), Buffer.of(kind, 0)])
  const picture = frame('APIC', Buffer.concat([head, data]))
  return Buffer.concat([id3v2([title, artist, album, picture]), bytes])
}

/** Eight grey pixels, lossy WebP: RIFF, VP8 and no more than a header. */
export const webp = Buffer.from(
  'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
  'base64',
)

export const onePng = png(8)

/** As a recorder writes it that never came to its end: the sizes say nothing. */
export function withoutSizes(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt32LE(0xffffffff, 4)
  copy.writeUInt32LE(0xffffffff, copy.indexOf('data') + 4)
  return copy
}

/** STREAMINFO with 0 for the number of samples, which means unknown, and no MD5. */
export function withoutTotal(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy[21] = (copy[21] ?? 0) & 0xf0
  copy.fill(0, 22, 42)
  return copy
}

export const withGarbageBehind = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc(4096, 'garbage of a broken tag ')])

/** DSF of one channel after the other in blocks of 4096 bytes: Sony's "DSF File Format Specification" 1.01. */
export function makeDsf(seconds: number): Buffer {
  const rate = 2_822_400
  const blocks = Math.ceil((rate * seconds) / 8 / 4096)
  const data = Buffer.concat(
    Array.from({ length: blocks }, (_, at) => {
      const block = oneBit(at * 4096, 4096, rate)
      return Buffer.concat([block, block])
    }),
  )
  const head = Buffer.alloc(92)
  head.write('DSD ')
  head.writeBigUInt64LE(28n, 4)
  head.writeBigUInt64LE(BigInt(92 + data.length), 12)
  head.write('fmt ', 28)
  head.writeBigUInt64LE(52n, 32)
  for (const [at, value] of [1, 0, 2, 2, rate, 1].entries()) head.writeUInt32LE(value, 40 + at * 4)
  head.writeBigUInt64LE(BigInt(blocks * 4096 * 8), 64)
  head.writeUInt32LE(4096, 72)
  head.write('data', 80)
  head.writeBigUInt64LE(BigInt(12 + data.length), 84)
  return Buffer.concat([head, data])
}

/** DSDIFF 1.5 (Philips): both channels byte by byte. */
export function makeDff(seconds: number): Buffer {
  const rate = 2_822_400
  const bytes = Math.floor((rate * seconds) / 8)
  const one = oneBit(0, bytes, rate, true)
  const data = Buffer.alloc(bytes * 2)
  for (const [at, byte] of one.entries()) data.fill(byte, at * 2, at * 2 + 2)
  const chunk = (id: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(12)
    head.write(id)
    head.writeBigUInt64BE(BigInt(body.length), 4)
    return Buffer.concat([head, body])
  }
  const number = (value: number, size: number) => {
    const buffer = Buffer.alloc(size)
    buffer.writeUIntBE(value, 0, size)
    return buffer
  }
  const text = (value: string) => Buffer.from(value, 'latin1')
  const properties = [
    text('SND '),
    chunk('FS  ', number(rate, 4)),
    chunk('CHNL', number(2, 2), text('SLFTSRGT')),
    chunk('CMPR', text('DSD '), number(14, 1), text('not compressed'), number(0, 1)),
  ]
  const version = chunk('FVER', number(0x01050000, 4))
  return chunk('FRM8', text('DSD '), version, chunk('PROP', ...properties), chunk('DSD ', data))
}

/** A tone of 440 Hz by a first-order sigma-delta modulator; the first bit is the lowest, or the highest. */
function oneBit(from: number, bytes: number, rate: number, highFirst = false): Buffer {
  const data = Buffer.alloc(bytes)
  let error = 0
  for (let at = 0; at < bytes * 8; at++) {
    error += 0.4 * Math.sin((2 * Math.PI * 440 * (from * 8 + at)) / rate)
    const one = error >= 0
    error -= one ? 1 : -1
    if (one) data[at >> 3] = (data[at >> 3] ?? 0) | (highFirst ? 128 >> (at & 7) : 1 << (at & 7))
  }
  return data
}
