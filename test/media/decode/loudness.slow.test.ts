import { describe, expect, test } from 'vitest'
import { albumGain, makeLoudness } from '../../../src/media/decode/loudness.ts'
import { describeShared, shared } from '../../support/shared.ts'
import { describeEncoders, makeWav, openStudio } from '../studio.ts'
import { analyse, expectAsEbur128, hasEbur128 } from './ebur128.ts'

test.each([
  [-18, 0, 1, 0],
  [-8.3, -0.2, 0.977, -9.7],
  [-31.5, -20, 0.1, 13.5],
])('%d LUFS and a peak of %d dB: %d, gain %d dB', (integratedLufs, peakDb, peak, gainDb) => {
  const made = makeLoudness({ integratedLufs, rangeLu: 3, peakDb })
  expect(made).toMatchObject({ gainDb, rangeLu: 3 })
  expect(made?.peak).toBeCloseTo(peak, 3)
})

test('silence has none', () => {
  const silence = { integratedLufs: -70, rangeLu: 0, peakDb: Number.NEGATIVE_INFINITY }
  expect(makeLoudness(silence)).toBeUndefined()
  expect(albumGain([{ durationMs: 1000 }])).toBeUndefined()
})

test.each([-7.8, -18, -23.1, -61.3])(
  'an album of one track of %d LUFS has its gain',
  (integratedLufs) => {
    const loudness = makeLoudness({ integratedLufs, rangeLu: 3, peakDb: -1 })
    const one = { durationMs: 183_535, loudness }
    expect(albumGain([one])?.gainDb).toBe(loudness?.gainDb)
  },
)

test('an album is as loud as its tracks together, by their lengths', () => {
  const track = (integratedLufs: number, durationMs: number, peakDb = -1) => {
    const loudness = makeLoudness({ integratedLufs, rangeLu: 3, peakDb })
    return { durationMs, loudness }
  }
  expect(albumGain([track(-14, 1000), track(-14, 9000, 0)])).toEqual({ gainDb: -4, peak: 1 })
  // Ten times as much of a tenth of the energy: half of each, 2.6 dB below the louder.
  expect(albumGain([track(-10, 1000), track(-20, 10_000)])?.gainDb).toBeCloseTo(-0.6, 1)
  expect(albumGain([track(-10, 1000), { durationMs: 90_000 }])?.gainDb).toBe(-8)
})

describeEncoders('loudness', (kind) => {
  const studio = openStudio(kind)

  test('a part of silence is measured', async () => {
    const wav = makeWav({ seconds: 10 })
    wav.fill(0, 44 + (wav.length - 44) / 2)
    const { silentPart } = await analyse(studio, await studio.record('half.wav', wav))
    expect(silentPart).toBeGreaterThan(0.4)
    expect(silentPart).toBeLessThan(0.55)
  })

  test.each([1, 2, 6])('in %i channels there is some', async (channels) => {
    const analysis = await analyse(
      studio,
      await studio.record(`${channels}.wav`, makeWav({ channels })),
    )
    expect(analysis.loudness?.peak).toBeGreaterThan(0.4)
    expect(analysis.silentPart).toBe(0)
  })

  describe.skipIf(!hasEbur128)('beside FFmpeg’s own', () => {
    describeShared('on real tracks', 'data/music', () => {
      test.each(['maxstack/March Thee to Dis', 'maxstack/Media Threat', 'muldjord/chaos_god'])(
        '%s is within 0.1 LU (test:long has all 20)',
        (name) => expectAsEbur128(studio, shared('data/music', `${name}.ogg`)),
      )
    })
  })
})
