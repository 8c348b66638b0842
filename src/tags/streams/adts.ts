import type { Container } from '../read/container.ts'
import { piecesOf } from '../read/pieces.ts'
import { countSamples, type FrameFormat, findFrame, type StreamFrame } from './frame-walk.ts'

/** A frame of AAC without a container: ISO/IEC 14496-3, section 1.A.2. */
interface AdtsFrame extends StreamFrame {
  readonly version: 2 | 4
  readonly sampleRate: number
  readonly channels: number | undefined
}

const sampleRates = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000],
  ...[22_050, 16_000, 12_000, 11_025, 8000, 7350],
]
const channelCounts = [undefined, 1, 2, 3, 4, 5, 6, 8]

const format: FrameFormat<AdtsFrame> = { read: readFrame, headerBytes: 7, firstByte: 0xff }

function readFrame(bytes: Buffer, at: number): AdtsFrame | undefined {
  // Twelve bits of synchronisation, and a layer of 0.
  if (at + 7 > bytes.length || (bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined
  const word = bytes.readUInt32BE(at + 2)
  const sampleRate = sampleRates[(word >>> 26) & 15]
  const length = (word >>> 5) & 0x1fff
  if (sampleRate === undefined || length < 7) return undefined
  return {
    version: bytes.readUInt8(at + 1) & 8 ? 2 : 4,
    sampleRate,
    channels: channelCounts[(word >>> 22) & 7],
    bytes: length,
    samples: 1024 * ((bytes.readUInt8(at + 6) & 3) + 1),
    // The number of channels is told again in each frame, and may be told otherwise within it.
    kind: ((bytes.readUInt16BE(at) & 15) << 8) | (word >>> 26),
  }
}

const START_BYTES = 16 * 1024

/** Says nowhere how long it is: all frames are counted, where that is wanted. */
export const adts: Container = {
  recognises: (start) => findFrame(start, format)?.at === 0,
  sound: (file) => piecesOf(file),
  extensions: ['aac'],
  async read(file, { measure }) {
    const found = findFrame(await file.read(0, START_BYTES), format)
    if (!found) throw new Error('no frames of AAC')
    const { at, frame } = found
    const samples = measure ? await countSamples(file, at, format, frame.kind) : undefined
    const { version, sampleRate, channels } = frame
    return {
      audio: {
        container: `ADTS/MPEG-${version}`,
        codec: 'AAC',
        lossless: false,
        ...{ sampleRate, channels, samples },
        durationMs: samples === undefined ? undefined : (samples * 1000) / sampleRate,
        bitRate: samples ? ((file.size - at) * 8 * sampleRate) / samples : undefined,
      },
      layers: [],
    }
  },
}
