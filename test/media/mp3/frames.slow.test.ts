import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFrames } from '../../../src/media/mp3/check-frames.ts'
import { scanMp3 } from '../../../src/media/mp3/frames.ts'
import { makeWav, openStudio } from '../studio.ts'

const studio = openStudio()
const lame = (...args: string[]) => ['-c:a', 'libmp3lame', ...args, '-f', 'mp3']

async function scan(name: string, bytes: Buffer) {
  await writeFile(studio.path(name), bytes)
  return await scanMp3(studio.path(name))
}

describe('the frames of an MP3', () => {
  test.each([
    [44_100, 2, lame('-q:a', '0')],
    [44_100, 1, lame('-b:a', '128k')],
    [48_000, 2, lame('-b:a', '320k')],
    [22_050, 2, lame('-q:a', '4')],
    [8_000, 1, lame('-q:a', '9')],
  ])('at %i Hz in %i channels give its length to the sample', async (rate, channels, args) => {
    const path = await studio.record(`${rate}.${channels}`, makeWav({ rate, channels }), ...args)
    expect(await scanMp3(path)).toMatchObject({
      sampleRate: rate,
      samples: rate,
      strayBytes: 0,
      cut: false,
    })
  })

  test('without a Xing header are all there is', async () => {
    const path = await studio.record('no-xing', makeWav(), ...lame('-write_xing', '0'))
    const frames = await scanMp3(path)
    expect(frames?.xing).toBeUndefined()
    expect(frames?.samples).toBe((frames?.frames ?? 0) * 1152)
  })

  test('are found between tags, garbage and silence', async () => {
    const audio = await readFile(
      await studio.record('plain', makeWav(), ...lame('-id3v2_version', '0')),
    )
    const whole = await scan('whole', audio)
    const id3 = Buffer.from('ID3\x04\x00\x00\x00\x00\x02\x00'.padEnd(266, '\0'), 'latin1')
    const ape = Buffer.alloc(32 + 10)
    ape.write('APETAGEX', 10)
    ape.writeUInt32LE(2000, 18)
    ape.writeUInt32LE(42, 22)
    const id3v1 = Buffer.from('TAG'.padEnd(128, 'x'))
    const dressed = await scan('dressed', Buffer.concat([id3, id3, audio, ape, id3v1]))
    const moved = (at = 0) => at + 532
    expect(dressed).toEqual({
      ...whole,
      start: 532,
      audioStart: moved(whole?.audioStart),
      audioEnd: moved(whole?.audioEnd),
    })
    const garbage = Buffer.from('\xff\xfb\xff\xfa garbage \xff\xff'.repeat(20), 'latin1')
    const inside = Buffer.concat([
      garbage,
      audio.subarray(0, 417 * 3),
      garbage,
      audio.subarray(417 * 3),
    ])
    expect(await scan('inside', inside)).toMatchObject({ start: garbage.length })
    expect((await scan('inside', inside))?.strayBytes).toBeGreaterThanOrEqual(garbage.length)
  })

  test.each([
    [
      'cut',
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      {
        code: 'media.truncated',
        params: { durationMs: between(1000, 2000), promisedMs: between(3000, 4000) },
      },
    ],
    [
      'riddled',
      (bytes: Buffer) => Buffer.from(bytes).fill(0, 5_000, 15_000),
      { code: 'media.damaged-frames' },
    ],
  ])('%s, are no whole file', async (name, damage, reason) => {
    const wav = makeWav({ seconds: 3 })
    const bytes = damage(await readFile(await studio.record('3s', wav, ...lame('-b:a', '128k'))))
    const frames = await scan(name, bytes)
    if (!frames) throw new Error('no frames')
    expect(() => checkFrames(frames, bytes.length)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining(reason) }),
    )
  })

  test('of anything at all are walked to an end', async () => {
    const audio = await readFile(await studio.record('base', makeWav(), ...lame('-b:a', '64k')))
    const mutated = fc.array(fc.tuple(fc.nat(audio.length - 1), fc.nat(255)), { maxLength: 50 })
    await fc.assert(
      fc.asyncProperty(mutated, fc.nat(audio.length), async (changes, length) => {
        const bytes = Buffer.from(audio.subarray(0, length))
        for (const [at, value] of changes) if (at < length) bytes[at] = value
        const frames = await scan('mutated', bytes)
        expect(frames?.frames ?? 0).toBeLessThanOrEqual(length / 24)
      }),
      { numRuns: 100 },
    )
  })
})

/** Matches a number in the range. */
const between = (least: number, most: number) => ({
  asymmetricMatch: (value: unknown) => typeof value === 'number' && value >= least && value <= most,
})
