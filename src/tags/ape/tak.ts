import type { Container } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { piecesOf } from '../read/pieces.ts'

/**
 * TAK, Tom's lossless Audio Kompressor: blocks of metadata, each with a byte for its kind and three for its size. The
 * stream's is packed in bits, the lowest first: https://github.com/FFmpeg/FFmpeg/blob/n6.0/libavcodec/tak.h
 */
const STREAM_INFO = 1
const END = 0
const bits = { samples: [14, 35], rate: [52, 18], channels: [75, 4] } as const
const LEAST_RATE = 6000
const MAX_BLOCKS = 32

export const tak: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'tBaK',
  sound: (file) => piecesOf(file),
  hasApeTags: true,
  async read(file) {
    const info = await findStreamInfo(file)
    if (!info) throw new Error('no header of a TAK stream')
    const take = ([at, length]: readonly [number, number]) =>
      Number((info >> BigInt(at)) & ((1n << BigInt(length)) - 1n))
    const samples = take(bits.samples)
    const sampleRate = take(bits.rate) + LEAST_RATE
    return {
      audio: {
        container: 'TAK',
        codec: 'TAK',
        lossless: true,
        ...{ samples, sampleRate },
        channels: take(bits.channels) + 1,
        durationMs: (samples * 1000) / sampleRate,
        bitRate: samples > 0 ? (file.size * 8 * sampleRate) / samples : undefined,
      },
      layers: [],
    }
  },
}

async function findStreamInfo(file: ByteSource): Promise<bigint | undefined> {
  let at = 4
  for (let count = 0; count < MAX_BLOCKS; count++) {
    const block = await file.read(at, 16)
    if (block.length < 16) return undefined
    const kind = block.readUInt8(0) & 0x7f
    if (kind === END) return undefined
    if (kind === STREAM_INFO)
      return block.readBigUInt64LE(4) | ((block.readBigUInt64LE(8) >> 32n) << 64n)
    at += 4 + block.readUIntLE(1, 3)
  }
  return undefined
}
