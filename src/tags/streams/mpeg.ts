import type { Container, ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { piecesOf } from '../read/pieces.ts'
import { bytesPerSample, countSamples, type FrameFormat, findFrame } from './frame-walk.ts'
import { MPEG_HEADER_BYTES, type MpegHeader, readMpegHeader } from './mpeg-header.ts'
import { readXing, type XingHeader } from './xing.ts'

const format: FrameFormat<MpegHeader> = {
  read: readMpegHeader,
  headerBytes: MPEG_HEADER_BYTES,
  firstByte: 0xff,
}

/** What belongs to no frame may stand before the first one. */
const MAX_SEARCHED_BYTES = 256 * 1024

/** MP3 and the other layers of MPEG audio: frames without a container. */
export const mpeg: Container = {
  recognises: (start) => startsWithFrame(start),
  extensions: ['mp3', 'mp2', 'mp1', 'mpga'],
  async read(file, { measure }) {
    const found = await findFirst(file)
    if (!found) throw new Error('no frames of MPEG audio')
    const { at, frame } = found
    const bytes = await file.read(at, frame.bytes)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const index = frame.layer === 3 ? readXing(view, 0, frame) : undefined
    const length = await findLength(file, found, index, measure)
    return {
      audio: describe(frame, length, index?.isConstant ? undefined : file.size - at),
      layers: [],
    }
  },
  async *sound(file) {
    const found = await findFirst(file)
    if (found) yield* piecesOf(file, found.at)
  },
}

/** A frame at once, and behind it another, unless it is the only one. */
function startsWithFrame(start: Buffer): boolean {
  const first = readMpegHeader(start, 0)
  if (!first) return false
  const isWithin = first.bytes + MPEG_HEADER_BYTES <= start.length
  return !isWithin || readMpegHeader(start, first.bytes)?.kind === first.kind
}

interface FirstFrame {
  readonly at: number
  readonly frame: MpegHeader
}

async function findFirst(file: ByteSource): Promise<FirstFrame | undefined> {
  const start = await file.read(0, 8 * 1024)
  const frame = readMpegHeader(start, 0)
  if (frame && startsWithFrame(start)) return { at: 0, frame }
  return findFrame(start, format) ?? findFrame(await file.read(0, MAX_SEARCHED_BYTES), format)
}

/** More than this behind what the index counts is sound that it does not know of: another stream, joined to the first. */
const MAX_UNCOUNTED_BYTES = 4096

type Length = Pick<ContainerReading['audio'], 'samples' | 'durationMs'>

async function findLength(
  file: ByteSource,
  { at, frame }: FirstFrame,
  index: XingHeader | undefined,
  measure: boolean,
): Promise<Length> {
  const { frames, gapless: { delay, padding } = { delay: 0, padding: 0 } } = index ?? {}
  const bytes = index?.bytes || Number.POSITIVE_INFINITY
  const isWhole = file.size - at <= bytes + MAX_UNCOUNTED_BYTES
  // A count of none is no count.
  if (frames && isWhole)
    return lengthOf(Math.max(0, frames * frame.samples - delay - padding), frame)
  const start = at + (index ? frame.bytes : 0)
  if (measure) return lengthOf(await countSamples(file, start, format, frame.kind), frame)
  const each = isWhole ? await bytesPerSample(file, start, format, frame) : undefined
  if (each === undefined) return {}
  return { durationMs: ((file.size - start) * 1000) / (each * frame.sampleRate) }
}

const lengthOf = (samples: number, { sampleRate }: MpegHeader): Length => ({
  samples,
  durationMs: (samples * 1000) / sampleRate,
})

function describe(
  { version, layer, sampleRate, channels, bitRate }: MpegHeader,
  { samples, durationMs }: Length,
  /** Of all frames, where their bit rates differ or may differ. */
  bytes: number | undefined,
): ContainerReading['audio'] {
  return {
    container: 'MPEG',
    codec: `MPEG ${version} Layer ${layer}`,
    lossless: false,
    ...{ durationMs, samples, sampleRate, channels },
    bitRate: bytes && durationMs ? (bytes * 8000) / durationMs : bitRate,
  }
}
