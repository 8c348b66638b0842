import type { MpegHeader } from './mpeg-header.ts'

/** What the first frame says of the others: http://gabriel.mp3-tech.org/mp3infotag.html */
export interface StreamIndex {
  readonly frames: number
  /** Of all frames, this one too. */
  readonly bytes: number
  /** Samples that the encoder put before and behind the sound; LAME's extension. */
  readonly delay: number
  readonly padding: number
  /** All frames have the bit rate of the first: `Info` stands where else `Xing` does. */
  readonly isConstant: boolean
}

const flags = { frames: 1, bytes: 2, table: 4, quality: 8 } as const
/** Behind name and flags: counts, seek table, quality; then LAME's extension. */
const sizes = { count: 4, table: 100, gapless: 21 } as const
/** Fraunhofer's: always at this place, its count of frames behind it. */
const vbri = { at: 36, bytes: 10, frames: 14 } as const

/** Of a frame that only describes the others; `undefined` where it is one of them. */
export function readStreamIndex(
  frame: Buffer,
  header: MpegHeader,
): Partial<StreamIndex> | undefined {
  if (header.layer !== 3) return undefined
  const nameAt = (at: number) => frame.toString('latin1', at, at + 4)
  const word = (at: number) => (at + 4 <= frame.length ? frame.readUInt32BE(at) : 0)
  const count = (at: number) => word(at) || undefined
  if (nameAt(vbri.at) === 'VBRI')
    return { frames: count(vbri.at + vbri.frames), bytes: count(vbri.at + vbri.bytes) }
  const start = header.sideEnd
  if (nameAt(start) !== 'Xing' && nameAt(start) !== 'Info') return undefined
  const isConstant = nameAt(start) === 'Info'
  const has = word(start + 4)
  let at = start + 8
  const next = (flag: number) => {
    if (!(has & flag)) return undefined
    at += sizes.count
    return count(at - sizes.count)
  }
  const [frames, bytes] = [next(flags.frames), next(flags.bytes)]
  if (has & flags.table) at += sizes.table
  next(flags.quality)
  if (!/^(?:LAME|Lavc|Lavf)/.test(nameAt(at))) return { frames, bytes, isConstant }
  const gaps = word(at + sizes.gapless) >>> 8
  return { frames, bytes, isConstant, delay: gaps >>> 12, padding: gaps & 0xfff }
}
