import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { findCut } from '../../../src/media/decode/spectrum.ts'
import { openMedia } from '../../../src/media/media.ts'
import { isOf } from '../../../src/model/reason.ts'
import { describeShared, shared } from '../../support/shared.ts'
import { describeEncoders, never, openStudio, requestFor } from '../studio.ts'

/** Ten seconds of noise with nothing above a frequency: many tones at random phases, and a hiss far below them. */
function makeNoise(rate: number, cutHz: number): Uint8Array {
  let random = 1
  const draw = () => {
    random = (random * 48_271) % 0x7fffffff
    return random / 0x7fffffff
  }
  const samples = new Float32Array(rate * 10)
  // One second, over and over: each tone has a whole number of hertz.
  for (let hertz = 50; hertz < Math.min(cutHz, rate / 2); hertz += 97) {
    const phase = draw() * 2 * Math.PI
    for (let i = 0; i < rate; i++)
      samples[i] = (samples[i] ?? 0) + 0.01 * Math.sin((2 * Math.PI * hertz * i) / rate + phase)
  }
  for (let i = rate; i < samples.length; i++) samples[i] = samples[i - rate] ?? 0
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) + 1e-5 * (draw() - 0.5)
  return new Uint8Array(samples.buffer)
}

describe('noise', () => {
  test.each([44_100, 48_000, 96_000])('of the whole band at %i Hz has no cut', (rate) => {
    expect(findCut(makeNoise(rate, rate), rate)).toBeUndefined()
  })

  test.each([
    [44_100, 16_000],
    [48_000, 16_000],
    [44_100, 19_000],
    [48_000, 20_000],
  ])('at %i Hz that ends at %i Hz is found to do so', (rate, cutHz) => {
    const found = findCut(makeNoise(rate, cutHz), rate) ?? 0
    expect(Math.abs(found - cutHz)).toBeLessThanOrEqual(500)
  })

  test('too short, or of a rate that carries no more, says nothing', () => {
    expect(findCut(makeNoise(44_100, 16_000).slice(0, 4 * 4 * 44_100), 44_100)).toBeUndefined()
    expect(findCut(makeNoise(32_000, 15_000), 32_000)).toBeUndefined()
  })
})

/** How a lossless file comes to be one in name alone; what is left of it in kHz. */
const ways = [
  ['of an MP3 at 128 kbit/s', '-c:a libmp3lame -b:a 128k -f mp3', [16, 17]],
  [
    'cut at 16 kHz',
    '-af firequalizer=gain=if(lt(f\\,16000)\\,0\\,-90) -c:a flac -f flac',
    [15.4, 16.1],
  ],
] as const

describeEncoders('spectrum', (kind) => {
  const studio = openStudio(kind)
  const make = async (input: string, name: string, args: string) => {
    const output = studio.path(name)
    await rm(output, { force: true })
    const job = { input, output, args: ['-t', '45', ...args.split(' ')], timeLimitMs: 60_000 }
    const { code, log } = await studio.ffmpeg.run(job, never)
    if (code !== 0) throw new Error(log)
    return output
  }
  const makeFlac = (input: string, name: string) => make(input, name, '-c:a flac -f flac')

  describeShared('of real tracks', 'data/music/muldjord', () => {
    const notesOn = async (path: string, format: 'flac' | 'keep') => {
      await using media = await openMedia({ ffmpeg: kind, width: 1, workDir: studio.path('work') })
      const options = { format, quality: 'V2' } as const
      const { notes, path: made } = await media.make(requestFor(path, { options }), never)
      await rm(made)
      return notes
    }

    describe.each(['armygeddon', 'mutilated_mime'])('%s as FLAC', (name) => {
      const track = shared('data/music/muldjord', `${name}.ogg`)

      test('with its whole band is as it should be', async () => {
        const flac = await makeFlac(track, `${name}.flac`)
        expect(await notesOn(flac, 'flac')).toEqual([])
      })

      test.each(ways)('made %s is kept, and said to be so', async (_, args, [least, most]) => {
        const cut = await makeFlac(await make(track, `${name}.cut`, args), `${name}.cut.flac`)
        const [note] = await notesOn(cut, 'flac')
        if (!note || !isOf(note, 'media.lossless-cut-off')) throw new Error(`It says ${note?.code}`)
        expect(note.params.cutHz / 1000).toBeGreaterThanOrEqual(least)
        expect(note.params.cutHz / 1000).toBeLessThanOrEqual(most)
      })
    })

    test('an MP3 at 320 kbit/s made of one at 128 is said to be so, and one of the track is not', async () => {
      const track = shared('data/music/muldjord/chaos_god.ogg')
      const high = '-c:a libmp3lame -b:a 320k -f mp3'
      const low = await make(track, 'low.mp3', '-c:a libmp3lame -b:a 128k -f mp3')
      const [note] = await notesOn(await make(low, 'false.mp3', high), 'keep')
      if (!note || !isOf(note, 'media.lossy-cut-off')) throw new Error(`It says ${note?.code}`)
      expect(note.params.cutHz / 1000).toBeCloseTo(16.5, 0)
      expect(note.params.bitRate / 1000).toBeCloseTo(320, 0)
      expect(await notesOn(await make(track, 'true.mp3', high), 'keep')).toEqual([])
    })
  })
})
