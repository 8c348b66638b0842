import { FileStart } from '../file-start.ts'
import { tagSize } from '../id3/id3v2-tags.ts'

/** Encoders leave some bytes of zero before the first frame. */
const MAX_ZEROS = 64 * 1024

/** The frames of each tag fill it, and the audio begins behind them. */
export async function findMp3Fault(path: string): Promise<string | undefined> {
  await using file = await FileStart.open(path)
  let at = 0
  for (let size = -1; size !== 0; at += size) {
    await file.load(Math.min(at + 10, file.size))
    size = tagSize(file.bytes.subarray(at))
    if (!(await file.load(at + size))) return 'the tag ends behind the file'
    const fault = size > 0 && findTagFault(file.bytes.subarray(at, at + size))
    if (fault) return fault
  }
  await file.load(Math.min(at + MAX_ZEROS, file.size))
  const start = file.bytes.subarray(at)
  const first = Math.max(
    0,
    start.findIndex((byte) => byte !== 0),
  )
  return isFrameAt(start, first) ? undefined : `no frame at byte ${at + first}`
}

/** https://id3.org/id3v2.4.0-structure, section 4, and the same of version 2.3: frames, then padding of zeros. */
function findTagFault(tag: Buffer): string | undefined {
  const [version, flags] = [tag.readUInt8(3), tag.readUInt8(5)]
  // The others are not written here.
  if ((version !== 3 && version !== 4) || flags !== 0) return undefined
  let at = 10
  while (at + 10 <= tag.length && tag[at] !== 0) {
    const name = tag.toString('latin1', at, at + 4)
    if (!/^[A-Z0-9]{3}[A-Z0-9 \0]$/.test(name)) return `no frame of the tag at byte ${at}`
    const size = version === 4 ? readSyncSafe(tag, at + 4) : tag.readUInt32BE(at + 4)
    at += 10 + size
    if (at > tag.length) return `frame ${name} ends behind its tag`
  }
  return tag.subarray(at).some((byte) => byte !== 0)
    ? `bytes behind the frames at ${at}`
    : undefined
}

const readSyncSafe = (bytes: Buffer, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 128 + (bytes.readUInt8(at + i) & 0x7f), 0)

// biome-ignore format: a table is read by its rows
const BIT_RATES = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const RATES = [44_100, 48_000, 32_000] as const

/** A frame that another follows, or the file's end. */
function isFrameAt(bytes: Buffer, at: number): boolean {
  const length = frameLength(bytes, at)
  if (length === undefined) return false
  const next = at + length
  return length === 0 || next + 4 > bytes.length || frameLength(bytes, next) !== undefined
}

/** ISO/IEC 11172-3, section 2.4.1.3; 0 where the header does not say it (free format). */
function frameLength(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const field = (shift: number, bits: number) => (header >>> shift) & (2 ** bits - 1)
  const [version, layer, rate, hertz] = [field(19, 2), 4 - field(17, 2), field(12, 4), field(10, 2)]
  if (field(21, 11) !== 0x7ff || version === 1 || layer === 4 || rate === 15) return undefined
  const sampleRate = RATES[hertz]
  if (!sampleRate) return undefined
  const [isMpeg1, padding] = [version === 3, field(9, 1)]
  const kbits = BIT_RATES[isMpeg1 ? layer - 1 : layer === 1 ? 3 : 4]?.[rate] ?? 0
  if (kbits === 0) return 0
  const hz = sampleRate / (isMpeg1 ? 1 : version === 2 ? 2 : 4)
  if (layer === 1) return (Math.floor((12_000 * kbits) / hz) + padding) * 4
  return Math.floor(((layer === 3 && !isMpeg1 ? 72_000 : 144_000) * kbits) / hz) + padding
}
