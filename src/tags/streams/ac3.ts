import type { Container } from '../read/container.ts'
import { piecesOf } from '../read/pieces.ts'
import {
  bytesPerSample,
  countSamples,
  type FrameFormat,
  findFrame,
  type StreamFrame,
} from './frame-walk.ts'

/** A frame of AC-3 or Enhanced AC-3 without a container: ETSI TS 102 366, sections 4.4 and E.1.2. */
interface Ac3Frame extends StreamFrame {
  readonly codec: 'AC-3' | 'E-AC-3'
  readonly sampleRate: number
  readonly channels: number
}

const sampleRates = [48_000, 44_100, 32_000]
/** kbit/s by the upper bits of the size's code. */
const bitRates = [
  32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640,
]
/** By the code of the channels' mode; the one of low frequencies comes on top. */
const channelCounts = [2, 1, 2, 3, 3, 4, 4, 5]
const BLOCK_SAMPLES = 256
const SYNC = 0x0b77

const format: FrameFormat<Ac3Frame> = { read: readFrame, headerBytes: 8, firstByte: 0x0b }

function readFrame(bytes: Buffer, at: number): Ac3Frame | undefined {
  if (at + format.headerBytes > bytes.length || bytes.readUInt16BE(at) !== SYNC) return undefined
  const version = bytes.readUInt8(at + 5) >>> 3
  if (version <= 10) return readPlain(bytes.subarray(at, at + 8))
  return version <= 16 ? readEnhanced(bytes.subarray(at, at + 8)) : undefined
}

function readPlain(header: Buffer): Ac3Frame | undefined {
  const [rateCode, sizeCode] = [header.readUInt8(4) >>> 6, header.readUInt8(4) & 63]
  const [sampleRate, kilobits] = [sampleRates[rateCode], bitRates[sizeCode >>> 1]]
  if (sampleRate === undefined || kilobits === undefined) return undefined
  const samples = 6 * BLOCK_SAMPLES
  const words = Math.floor((kilobits * 1000 * samples) / (sampleRate * 16))
  // At 44.1 kHz every other frame has a word more.
  const odd = sampleRate === 44_100 ? sizeCode & 1 : 0
  const bits = header.readUInt16BE(6)
  const mode = bits >>> 13
  const levels = (mode & 1 && mode !== 1 ? 2 : 0) + (mode & 4 ? 2 : 0) + (mode === 2 ? 2 : 0)
  const low = (bits >>> (12 - levels)) & 1
  return {
    codec: 'AC-3',
    sampleRate,
    channels: (channelCounts[mode] ?? 2) + low,
    bitRate: kilobits * 1000,
    samples,
    bytes: (words + odd) * 2,
    kind: rateCode,
  }
}

function readEnhanced(header: Buffer): Ac3Frame | undefined {
  const bits = header.readUInt32BE(2)
  const [rateCode, half] = [(bits >>> 14) & 3, (bits >>> 12) & 3]
  const sampleRate = rateCode === 3 ? (sampleRates[half] ?? 0) / 2 : sampleRates[rateCode]
  if (!sampleRate) return undefined
  const blocks = rateCode === 3 ? 6 : ([1, 2, 3, 6][half] ?? 6)
  const samples = blocks * BLOCK_SAMPLES
  const size = (((bits >>> 16) & 0x7ff) + 1) * 2
  return {
    codec: 'E-AC-3',
    sampleRate,
    channels: (channelCounts[(bits >>> 9) & 7] ?? 2) + ((bits >>> 8) & 1),
    bitRate: Math.round((size * 8 * sampleRate) / samples),
    samples,
    bytes: size,
    kind: 16 | rateCode,
  }
}

const START_BYTES = 16 * 1024

export const ac3: Container = {
  recognises: (start) => findFrame(start, format)?.at === 0,
  sound: (file) => piecesOf(file),
  extensions: ['ac3', 'eac3', 'ec3'],
  async read(file, { measure }) {
    const found = findFrame(await file.read(0, START_BYTES), format)
    if (!found) throw new Error('no frames of AC-3')
    const { at, frame } = found
    const { codec, sampleRate, channels, bitRate = 0 } = frame
    const samples = measure ? await countSamples(file, at, format, frame.kind) : undefined
    const each = samples === undefined ? await bytesPerSample(file, at, format, frame) : undefined
    const estimatedMs = each && ((file.size - at) * 1000) / (each * sampleRate)
    const durationMs = samples === undefined ? estimatedMs : (samples * 1000) / sampleRate
    const audio = { container: codec, codec, lossless: false, samples, durationMs }
    return { audio: { ...audio, sampleRate, channels, bitRate }, layers: [] }
  },
}
