import type { MpegHeader } from './mpeg-header.ts'

/** What the first frame says of the others; the counts are as they stand there, 0 too. */
export interface XingHeader {
  readonly frames?: number
  /** Of all frames, this one too. */
  readonly bytes?: number
  /** All frames have the bit rate of the first: `Info` stands where else `Xing` does. */
  readonly isConstant?: boolean
  /** Of this frame and all others in bytes, and CRC-16 of the others; LAME's extension. */
  readonly music?: { readonly length: number; readonly crc: number }
  /** Samples that the encoder put before and behind the sound; LAME's extension. */
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

const [XING, INFO, VBRI] = [0x58696e67, 0x496e666f, 0x56425249]
const [LAME, LAVC, LAVF] = [0x4c414d45, 0x4c617663, 0x4c617666]
/** Fraunhofer's: always at this place. */
const vbri = { at: 36, bytes: 36 + 10, frames: 36 + 14 } as const

/** Of a frame that only describes the others, http://gabriel.mp3-tech.org/mp3infotag.html; undefined where it is one of them. */
export function readXing(view: DataView, at: number, first: MpegHeader): XingHeader | undefined {
  const word = (offset: number) =>
    at + offset + 4 <= view.byteLength ? view.getUint32(at + offset) : 0
  if (word(vbri.at) === VBRI) return { frames: word(vbri.frames), bytes: word(vbri.bytes) }
  const name = word(first.sideEnd)
  if (name !== XING && name !== INFO) return undefined
  const { encoder, ...fields } = placeFields(first.sideEnd, word(first.sideEnd + 4))
  const both = word(encoder + 21) >>> 8
  const known = [LAME, LAVC, LAVF].includes(word(encoder))
  const length = word(encoder + 28)
  const crc = word(encoder + 32) >>> 16
  return {
    frames: fields.frames && word(fields.frames),
    bytes: fields.bytes && word(fields.bytes),
    isConstant: name === INFO,
    gapless: known ? { delay: both >>> 12, padding: both & 0xfff } : undefined,
    music: known && length > 0 && crc > 0 ? { length, crc } : undefined,
    fields: { ...fields, encoder: known ? encoder : undefined },
  }
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
