import { makeWav } from './studio.ts'

/** A WAV file that names its channels by WAVEFORMATEXTENSIBLE's bits. */
export function makeMaskedWav(mask: number, channels: number, rate = 44_100): Buffer {
  const plain = makeWav({ channels, rate })
  const format = Buffer.alloc(40)
  plain.copy(format, 0, 20, 36)
  format.writeUInt16LE(0xfffe, 0)
  format.writeUInt16LE(22, 16)
  format.writeUInt16LE(16, 18)
  format.writeUInt32LE(mask, 20)
  format.write('0100000000001000800000aa00389b71', 24, 'hex')
  const head = Buffer.from(plain.subarray(0, 20))
  head.writeUInt32LE(plain.length - 8 + 24, 4)
  head.writeUInt32LE(40, 16)
  return Buffer.concat([head, format, plain.subarray(36)])
}

/** A Sun AU file: it has no names for its channels. */
export function makeAu(channels: number, rate = 44_100): Buffer {
  const samples = makeWav({ channels, rate }).subarray(44)
  const head = Buffer.alloc(24)
  head.write('.snd', 0, 'latin1')
  for (const [i, value] of [24, samples.length, 3, rate, channels].entries())
    head.writeUInt32BE(value, 4 + 4 * i)
  return Buffer.concat([head, Buffer.from(samples).swap16()])
}

/** A DSF file of noise. Sony, DSF file format specification 1.01. */
export function makeDsf(rate = 2_822_400, seconds = 0.6): Buffer {
  const blocks = Math.ceil((rate * seconds) / 8 / 4096)
  const data = Buffer.alloc(blocks * 2 * 4096)
  let random = 1
  for (let i = 0; i < data.length; i++) {
    random = (random * 48_271) % 0x7fffffff
    data[i] = random
  }
  const head = Buffer.alloc(28 + 52 + 12)
  head.write('DSD ', 0, 'latin1')
  head.writeBigUInt64LE(28n, 4)
  head.writeBigUInt64LE(BigInt(head.length + data.length), 12)
  head.write('fmt ', 28, 'latin1')
  head.writeBigUInt64LE(52n, 32)
  for (const [i, value] of [1, 0, 2, 2, rate, 1].entries()) head.writeUInt32LE(value, 40 + 4 * i)
  head.writeBigUInt64LE(BigInt(blocks * 4096 * 8), 64)
  head.writeUInt32LE(4096, 72)
  head.write('data', 80, 'latin1')
  head.writeBigUInt64LE(BigInt(12 + data.length), 84)
  return Buffer.concat([head, data])
}

/** Changes the head of each page of an Ogg file, and makes its checksum right. */
export function mapPages(ogg: Buffer, change: (page: Buffer, number: number) => void): Buffer {
  const copy = Buffer.from(ogg)
  for (let [at, number] = [0, 0]; at < copy.length; number++) {
    const segments = copy[at + 26] ?? 0
    const lengths = copy.subarray(at + 27, at + 27 + segments)
    const length = 27 + segments + lengths.reduce((sum, one) => sum + one, 0)
    const page = copy.subarray(at, at + length)
    change(page, number)
    page.writeUInt32LE(0, 22)
    page.writeUInt32LE(checksum(page), 22)
    at += length
  }
  return copy
}

/** RFC 3533, section 6: the polynomial 0x04c11db7, most significant bit first. */
function checksum(page: Uint8Array): number {
  let crc = 0
  for (const byte of page) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}
