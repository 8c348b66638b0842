import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import type { AudioFormat, Tags } from '../../../src/model/media.ts'
import { reason } from '../../../src/model/reason.ts'
import type { Segment } from '../../../src/model/recording.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

const album = [
  '-metadata',
  'ALBUM=An Album',
  '-metadata',
  'TITLE=An Album',
  '-metadata',
  'DATE=1999',
]
const sheet: Partial<Tags> = { title: 'Second', artists: ['Performer'], trackNumber: 2 }

/** Frames of a CD: 100 to 175 is the second from 1.333 s on. */
const second: Segment = { track: 2, start: 100, end: 175, rate: 75, tags: sheet }

describeEncoders('a track of an album in one file', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    return () => media[Symbol.asyncDispose]()
  })

  const make = (path: string, segment: Segment, format: AudioFormat = 'flac') => {
    const recording = {
      id: `${path}#${segment.track}`,
      source: 'library',
      title: 'Second',
      artists: ['Performer'],
      media: { kind: 'file', path, segment },
    } as const
    return media.make(requestFor(path, { recording, options: { format, quality: 'V2' } }), never)
  }

  /** All samples of a file, as 24-bit numbers one after another. */
  const samplesOf = async (path: string) => {
    const output = studio.path('samples.raw')
    const args = ['-map', '0:a:0', '-c:a', 'pcm_s24le', '-f', 's24le']
    await studio.ffmpeg.run({ input: path, output, args, timeLimitMs: 60_000 }, never)
    return await readFile(output)
  }

  const flac = ['-c:a', 'flac', '-f', 'flac']
  test.each([
    ['16 bit FLAC', makeWav({ seconds: 3 }), flac],
    ['24 bit FLAC at 96 kHz', makeWav({ seconds: 3, bits: 24, rate: 96_000 }), flac],
    ['WAV', makeWav({ seconds: 3 }), []],
    ['WavPack at 48 kHz', makeWav({ seconds: 3, rate: 48_000 }), ['-c:a', 'wavpack', '-f', 'wv']],
    // 32,000 samples are no whole number of frames: each border is the nearest sample.
    ['FLAC at 32 kHz', makeWav({ seconds: 3, rate: 32_000 }), flac],
  ])('is cut out of %s to the sample', async (name, wav, args) => {
    const path = await studio.record(`image.${name.replaceAll(' ', '-')}`, wav, ...args)
    const rate = wav.readUInt32LE(24)
    const all = await samplesOf(path)
    const byteAt = (frame: number) => Math.round((frame * rate) / 75) * 2 * 3
    const made = await make(path, second)
    expect((await samplesOf(made.path)).equals(all.subarray(byteAt(100), byteAt(175)))).toBe(true)
    const last = await make(path, { track: 3, start: 175, rate: 75, tags: {} })
    expect((await samplesOf(last.path)).equals(all.subarray(byteAt(175)))).toBe(true)
  })

  test.each([
    ['flac', 'flac'],
    ['mp3', 'mp3'],
    ['opus', 'opus'],
    ['m4a', 'm4a'],
    ['ogg', 'ogg'],
    // As it is would be the whole album.
    ['keep', 'flac'],
  ] as const)('becomes what was asked for: %s', async (format, extension) => {
    const path = await studio.record('album.flac', makeWav({ seconds: 3 }), ...album, ...flac)
    const made = await make(path, second, format)
    const { title, artists, album: name, trackNumber, date } = made.tags
    expect({ title, artists, name, trackNumber, date }).toEqual({
      title: 'Second',
      artists: ['Performer'],
      name: 'An Album',
      trackNumber: 2,
      date: '1999',
    })
    expect(made).toMatchObject({ extension, durationMs: 1000, how: 'encoded' })
    expect(made.notes.at(-1)).toEqual(
      reason('media.cut-from-album', { file: 'album.flac', track: 2 }),
    )
  })

  test('of a lossy file says so', async () => {
    const mp3 = ['-c:a', 'libmp3lame', '-q:a', '4', '-f', 'mp3']
    const path = await studio.record('album.mp3', makeWav({ seconds: 3 }), ...mp3)
    const made = await make(path, second, 'keep')
    const all = await samplesOf(path)
    const cut = await samplesOf(made.path)
    expect(cut.length).toBe(44_100 * 6)
    // What the decoder gives has no more in it than 16 bits.
    const [at, differences] = [Math.round((100 * 44_100) / 75) * 6, new Set<number>()]
    for (let byte = 0; byte < cut.length; byte += 3)
      differences.add(Math.abs(cut.readIntLE(byte, 3) - all.readIntLE(at + byte, 3)) >> 9)
    expect([...differences]).toEqual([0])
    expect(made.notes.map(({ code }) => code)).toContain('media.lossless-from-lossy')
  })

  test('that begins or ends behind the end of the file is not made', async () => {
    const path = await studio.record('short.flac', makeWav({ seconds: 2 }), ...flac)
    for (const [start, end] of [
      [100, 175],
      [151, undefined],
      [400, 500],
    ] as const)
      await expect(make(path, { ...second, start, end })).rejects.toMatchObject({
        fault: 'truncated',
      })
  })

  test('has a fingerprint of its own', async () => {
    const path = await studio.record('long.flac', makeWav({ seconds: 12 }), ...flac)
    const print = await media.fingerprint(path, never, { ...second, start: 0, end: 375 })
    expect(print.durationMs).toBe(5000)
    expect(print.code).not.toBe((await media.fingerprint(path, never)).code)
  })
})
