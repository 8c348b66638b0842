import type { EncodedFormat } from '../formats.ts'
import { type DecodedFormat, fitLayout } from '../layout.ts'

interface Limits {
  /** In hertz, or the least and the greatest where all between are right. */
  readonly rates: readonly number[] | { readonly from: number; readonly to: number }
  /** Of more than two channels; none where FFmpeg itself mixes them, or takes any eight. */
  readonly layouts?: readonly string[]
}

/** RFC 7845, section 5.1.1.2; the Vorbis I specification, section 4.3.9, has the same. */
const xiphLayouts = ['mono', 'stereo', '3.0', 'quad', '5.0', '5.1', '6.1', '7.1']

/** What the encoders take. */
const limits: Readonly<Record<EncodedFormat, Limits>> = {
  mp3: { rates: [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] },
  // RFC 9639, section 9.1.2: above 65,535 Hz tens of hertz only. Channels of any kind are named in a comment.
  flac: { rates: { from: 1, to: 655_350 } },
  opus: { rates: [8000, 12_000, 16_000, 24_000, 48_000], layouts: xiphLayouts },
  m4a: {
    rates: [
      ...[7350, 8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
      ...[64_000, 88_200, 96_000],
    ],
    // ISO/IEC 14496-3, table 1.19; others need a description that few players read.
    layouts: ['mono', 'stereo', '3.0', '4.0', '5.0', '5.1', '7.1'],
  },
  ogg: { rates: { from: 8000, to: 192_000 }, layouts: xiphLayouts },
}

export interface Target {
  /** FFmpeg's arguments for the encoded output. */
  readonly args: readonly string[]
  /** A filter before the encoder. */
  readonly filter?: string
}

/** How decoded audio becomes what the format can carry. */
export function planTarget(format: EncodedFormat, { sampleRate, layout }: DecodedFormat): Target {
  const { rates, layouts } = limits[format]
  const rate = fitRate(sampleRate, rates)
  const args = rate === sampleRate ? [] : ['-ar', String(rate)]
  return { args, filter: layouts && fitLayout(layout, layouts).filter }
}

/**
 * The rate itself; else the next higher one; where there is none, the highest of which it is a multiple: 44.1 kHz for
 * 176.4, 48 for 384.
 */
function fitRate(rate: number, rates: Limits['rates']): number {
  if ('from' in rates) {
    if (rate < rates.from) return rates.from
    for (let part = 1; part <= 64; part++) {
      const lower = rate / part
      if (lower <= rates.to && Number.isInteger(lower) && (lower <= 65_535 || lower % 10 === 0))
        return lower
    }
    return 48_000
  }
  const highest = rates.at(-1) ?? rate
  const higher = rates.find((one) => one >= rate)
  if (higher !== undefined) return higher
  return rates.findLast((one) => one >= 44_100 && rate % one === 0) ?? highest
}
