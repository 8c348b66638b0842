import { parseBuffer } from 'music-metadata'
import { describe, expect, it } from 'vitest'
import { composeTune, tuneNames } from '../../demo/compose/compose.ts'
import { broken, line, pitchOf } from '../../demo/compose/notation.ts'
import { guitar } from '../../demo/compose/plucked.ts'
import { seedRandom } from '../../demo/compose/random.ts'
import { toWav } from '../../demo/compose/wav.ts'

describe.each(tuneNames)('the tune %s', (name) => {
  const pcm = composeTune(name)
  const { samples } = pcm
  const frames = samples.length / 2
  const channel = (index: 0 | 1) => samples.filter((_, place) => place % 2 === index)

  it('is the same every time', () => {
    // Compared as bytes: a million numbers that differ would take minutes to print.
    const again = composeTune(name).samples
    expect(Buffer.from(again.buffer).equals(Buffer.from(samples.buffer))).toBe(true)
  })

  it('is a few seconds long, and sounds through nearly all of them', () => {
    expect(frames / pcm.sampleRate).toBeGreaterThan(6)
    expect(frames / pcm.sampleRate).toBeLessThan(15)
    const silent = Array.from({ length: Math.floor(frames / 11_025) }, (_, quarter) =>
      samples.subarray(quarter * 22_050, (quarter + 1) * 22_050),
    ).filter((part) => part.every((value) => Math.abs(value) < 60))
    expect(silent.length).toBeLessThan(4)
  })

  it('uses the range without clipping, has no DC, and neither starts nor ends with a click', () => {
    let peak = 0
    for (const value of samples) peak = Math.max(peak, Math.abs(value))
    expect(peak).toBeGreaterThan(28_000)
    expect(peak).toBeLessThan(30_000)
    for (const side of [channel(0), channel(1)]) {
      let sum = 0
      for (const value of side) sum += value
      expect(Math.abs(sum / side.length)).toBeLessThan(2)
      expect(Math.abs(side[0] ?? 1)).toBeLessThan(30)
      expect(Math.abs(side.at(-1) ?? 1)).toBeLessThan(30)
    }
  })

  it('is stereo: the sides differ clearly, and neither is much louder', () => {
    const power = (values: Iterable<number>) => {
      let sum = 0
      for (const value of values) sum += value * value
      return sum
    }
    const decibels = (one: number, other: number) => 10 * Math.log10(one / other)
    const [left, right] = [channel(0), channel(1)]
    const apart = Float64Array.from(left, (value, index) => value - (right[index] ?? 0))
    const together = Float64Array.from(left, (value, index) => value + (right[index] ?? 0))
    expect(decibels(power(apart), power(together))).toBeGreaterThan(-14)
    expect(Math.abs(decibels(power(left), power(right)))).toBeLessThan(5)
  })

  it('is a WAV that another reader agrees with', async () => {
    const { format } = await parseBuffer(toWav(pcm), { mimeType: 'audio/wav' })
    expect(format).toMatchObject({
      codec: 'PCM',
      sampleRate: 44_100,
      numberOfChannels: 2,
      bitsPerSample: 16,
    })
    expect(format.duration).toBeCloseTo(frames / 44_100, 4)
  })
})

describe('notation', () => {
  it.each([
    ['A4', 69],
    ['C4', 60],
    ['F#3', 54],
    ['Bb3', 58],
    ['B1', 35],
  ])('%s is %i', (name, pitch) => expect(pitchOf(name)).toBe(pitch))

  it('reads notes, chords, rests and accents', () => {
    expect(line('C4:1 _:.5 | E4+G4:2!', 0.5)).toEqual([
      { at: 0, beats: 1, pitch: 60, force: 0.5 },
      { at: 1.5, beats: 2, pitch: 64, force: 0.65 },
      { at: 1.5, beats: 2, pitch: 67, force: 0.65 },
    ])
  })

  it.each(['H4:1', 'C4', 'C4:0', 'C:1'])('does not read %j', (text) => {
    expect(() => line(text)).toThrow('No note')
  })

  it('breaks chords by a pattern', () => {
    expect(broken(['C4+E4', 'D4+F4'], '12-', 0.5).map(({ at, pitch }) => [at, pitch])).toEqual([
      [0, 60],
      [0.5, 64],
      [1.5, 62],
      [2, 65],
    ])
  })
})

describe('guitar', () => {
  it.each([82.41, 110, 196, 440])('is in tune at %f Hz', (hertz) => {
    const sound = guitar({ hertz, seconds: 1.5, force: 0.6 }, seedRandom('guitar'))
    const part = sound.subarray(4_000, 22_000)
    // The lag at which the sound is most like itself, four periods on, is four periods.
    const likeness = (lag: number) => {
      const whole = Math.floor(lag)
      let sum = 0
      for (let index = 0; index < 15_000; index++) {
        const near = part[index + whole] ?? 0
        const next = part[index + whole + 1] ?? 0
        sum += (part[index] ?? 0) * (near + (next - near) * (lag - whole))
      }
      return sum
    }
    const cents = Array.from({ length: 101 }, (_, index) => index - 50)
    const scores = cents.map((cent) => likeness((4 * 44_100) / (hertz * 2 ** (cent / 1200))))
    const best = cents[scores.indexOf(Math.max(...scores))]
    expect(Math.abs(best ?? 99)).toBeLessThanOrEqual(6)
  })
})
