/** What the four bytes say that every frame begins with. */
export interface FrameHeader {
  readonly bytes: number
  readonly sampleRate: number
  readonly channels: number
  readonly samples: number
  /** Kilobits a second. */
  readonly bitRate: number
  /** Version, layer and sample rate: they do not change within a stream. */
  readonly kind: number
  /** Where a Xing header would stand in this frame. */
  readonly sideEnd: number
}

/** ISO/IEC 11172-3 and 13818-3, layer III; kbit/s by index. */
const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [44100, 48000, 32000]

export function readHeader(at: DataView, offset: number): FrameHeader | undefined {
  const word = at.getUint32(offset)
  if (word >>> 21 !== 0x7ff) return undefined
  const version = (word >>> 19) & 3 // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const layer = (word >>> 17) & 3 // 1: layer III
  const bitRate = (version === 3 ? bitRates1 : bitRates2)[(word >>> 12) & 15]
  const baseRate = sampleRates[(word >>> 10) & 3]
  if (version === 1 || layer !== 1 || !bitRate || !baseRate) return undefined
  const sampleRate = version === 3 ? baseRate : version === 2 ? baseRate / 2 : baseRate / 4
  const samples = version === 3 ? 1152 : 576
  const mono = ((word >>> 6) & 3) === 3
  const side = version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17
  return {
    bytes: Math.floor((samples * 125 * bitRate) / sampleRate) + ((word >>> 9) & 1),
    sampleRate,
    channels: mono ? 1 : 2,
    samples,
    bitRate,
    kind: word & 0xfffe0c00,
    sideEnd: 4 + side,
  }
}

export interface XingHeader {
  readonly frames?: number
  /** Of this frame and all others in bytes, and CRC-16 of the others; LAME's extension. */
  readonly music?: { readonly length: number; readonly crc: number }
  /** In samples; LAME's extension. */
  readonly gapless?: { readonly delay: number; readonly padding: number }
  /** Where it stands in its frame; none of VBRI, the other kind of such a header. */
  readonly fields?: XingFields
}

/** Byte offsets from the start of the frame. */
export interface XingFields {
  readonly name: number
  readonly frames?: number
  readonly bytes?: number
  /** A hundred bytes: where each hundredth of the time begins, in 256ths of all bytes. */
  readonly contents?: number
  /** LAME's extension: the name of the encoder and what follows it. */
  readonly encoder?: number
}

/** The frame that only describes the others: http://gabriel.mp3-tech.org/mp3infotag.html */
export function readXing(view: DataView, at: number, first: FrameHeader) {
  const word = (offset: number) =>
    at + offset + 4 <= view.byteLength ? view.getUint32(at + offset) : 0
  const VBRI = 0x56425249
  if (word(36) === VBRI) return { silent: true, xing: { frames: word(36 + 14) } }
  const name = word(first.sideEnd)
  const [XING, INFO] = [0x58696e67, 0x496e666f]
  if (name !== XING && name !== INFO) return { silent: false }
  const { encoder, ...fields } = placeFields(first.sideEnd, word(first.sideEnd + 4))
  const both = word(encoder + 21) >>> 8
  const [LAME, LAVC, LAVF] = [0x4c414d45, 0x4c617663, 0x4c617666]
  const known = [LAME, LAVC, LAVF].includes(word(encoder))
  const length = word(encoder + 28)
  const crc = word(encoder + 32) >>> 16
  const xing: XingHeader = {
    frames: fields.frames && word(fields.frames),
    gapless: known ? { delay: both >>> 12, padding: both & 0xfff } : undefined,
    music: known && length > 0 && crc > 0 ? { length, crc } : undefined,
    fields: { ...fields, encoder: known ? encoder : undefined },
  }
  return { silent: true, xing }
}

/** Each field is there where the flag for it is set. */
function placeFields(name: number, flags: number) {
  let next = name + 8
  const place = (flag: number, length: number) => {
    if (!(flags & flag)) return undefined
    next += length
    return next - length
  }
  const [frames, bytes, contents] = [place(1, 4), place(2, 4), place(4, 100)]
  place(8, 4)
  return { name, frames, bytes, contents, encoder: next }
}
