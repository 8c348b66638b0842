import { expect, test } from 'vitest'
import { planTarget } from '../../../src/media/encode/target.ts'
import type { EncodedFormat } from '../../../src/media/formats.ts'

const rateOf = (format: EncodedFormat, sampleRate: number) => {
  const { args } = planTarget(format, { sampleRate, layout: 'stereo' })
  return args.length === 0 ? sampleRate : Number(args[1])
}

test.each([
  // Hertz, and what becomes of them in MP3, FLAC, Opus, AAC and Vorbis.
  [4000, 8000, 4000, 8000, 7350, 8000],
  [7350, 8000, 7350, 8000, 7350, 8000],
  [8000, 8000, 8000, 8000, 8000, 8000],
  [11_025, 11_025, 11_025, 12_000, 11_025, 11_025],
  [37_800, 44_100, 37_800, 48_000, 44_100, 37_800],
  [44_100, 44_100, 44_100, 48_000, 44_100, 44_100],
  [50_000, 48_000, 50_000, 48_000, 64_000, 50_000],
  [88_200, 44_100, 88_200, 48_000, 88_200, 88_200],
  [96_000, 48_000, 96_000, 48_000, 96_000, 96_000],
  [176_400, 44_100, 176_400, 48_000, 88_200, 176_400],
  [192_000, 48_000, 192_000, 48_000, 96_000, 192_000],
  [352_800, 44_100, 352_800, 48_000, 88_200, 176_400],
  [384_000, 48_000, 384_000, 48_000, 96_000, 192_000],
  [705_600, 44_100, 352_800, 48_000, 88_200, 176_400],
  [768_000, 48_000, 384_000, 48_000, 96_000, 192_000],
])('%i Hz', (rate, ...expected) => {
  const formats = ['mp3', 'flac', 'opus', 'm4a', 'ogg'] as const
  expect(formats.map((format) => rateOf(format, rate))).toEqual(expected)
})
