/** What the four bytes say that every frame of MPEG audio begins with: ISO/IEC 11172-3 and 13818-3. */
export interface MpegHeader {
  readonly version: '1' | '2' | '2.5'
  readonly layer: 1 | 2 | 3
  readonly bitRate: number
  readonly sampleRate: number
  readonly channels: 1 | 2
  /** Per channel. */
  readonly samples: number
  readonly bytes: number
  /** Version, layer and sample rate: they do not change within a stream. */
  readonly kind: number
  /** Where a Xing header would stand in this frame. */
  readonly sideEnd: number
}

export const MPEG_HEADER_BYTES = 4

const versions = { 3: '1', 2: '2', 0: '2.5' } as const
const sampleRates = [44_100, 48_000, 32_000]
const divisors = { '1': 1, '2': 2, '2.5': 4 } as const

/** kbit/s by index, by layer, of MPEG 1 and of MPEG 2. */
const bitRates1 = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
} as const
const lower = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const bitRates2 = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: lower,
  3: lower,
} as const

export function readMpegHeader(bytes: Buffer, at: number): MpegHeader | undefined {
  if (at + MPEG_HEADER_BYTES > bytes.length) return undefined
  const header = parseMpegHeader(bytes.readUInt32BE(at))
  return header && header.bytes > 0 ? header : undefined
}

/** The same of layer III alone. */
export function readMp3Header(view: DataView, at: number): MpegHeader | undefined {
  const header = parseMpegHeader(view.getUint32(at))
  return header?.layer === 3 && header.bytes > 0 ? header : undefined
}

/** Of such four bytes. Free format says nowhere how long a frame is: then `bytes` is 0. */
export function parseMpegHeader(word: number): MpegHeader | undefined {
  const version = versions[((word >>> 19) & 3) as keyof typeof versions]
  const layer = (4 - ((word >>> 17) & 3)) as 1 | 2 | 3 | 4
  const baseRate = sampleRates[(word >>> 10) & 3]
  if (word >>> 21 !== 0x7ff || version === undefined || layer === 4 || !baseRate) return undefined
  const kilobits = (version === '1' ? bitRates1 : bitRates2)[layer][(word >>> 12) & 15]
  if (kilobits === undefined) return undefined
  const sampleRate = baseRate / divisors[version]
  const samples = layer === 1 ? 384 : layer === 3 && version !== '1' ? 576 : 1152
  const slot = layer === 1 ? 4 : 1
  const mono = ((word >>> 6) & 3) === 3
  const side = version === '1' ? (mono ? 17 : 32) : mono ? 9 : 17
  const slots = Math.floor((samples * 125 * kilobits) / (sampleRate * slot)) + ((word >>> 9) & 1)
  return {
    version,
    layer,
    bitRate: kilobits * 1000,
    sampleRate,
    channels: mono ? 1 : 2,
    samples,
    bytes: kilobits > 0 ? slots * slot : 0,
    kind: word & 0xfffe0c00,
    sideEnd: MPEG_HEADER_BYTES + side,
  }
}
