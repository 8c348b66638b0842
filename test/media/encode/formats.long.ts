import { describe, expect, test } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { type EncodedFormat, formats } from '../../../src/media/formats.ts'
import { openMedia } from '../../../src/media/media.ts'
import type { AudioFormat } from '../../../src/model/media.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

const all = Object.keys(formats) as EncodedFormat[]
const seconds = 4

describeEncoders('formats', (kind) => {
  const studio = openStudio(kind)
  let count = 0
  const make = async (path: string, format: AudioFormat) => {
    await using media = await openMedia({
      ffmpeg: kind,
      width: 1,
      workDir: studio.path(`work ${++count}`),
    })
    return await media.make(requestFor(path, { options: { format, quality: 'V2' } }), never)
  }

  describe.each(all)('%s', (format) => {
    test.each([
      [8_000, 1],
      [44_100, 2],
      [48_000, 2],
      [48_000, 1],
      [96_000, 2],
    ])('is made of %i Hz in %i channels, whole and with tags', async (rate, channels) => {
      const wav = makeWav({ seconds, rate, channels })
      const made = await make(await studio.record(`${rate}-${channels}.wav`, wav), format)
      expect(made).toMatchObject({ how: 'encoded', extension: format, tags: { title: 'As found' } })
      expect(Math.abs(made.durationMs - seconds * 1000)).toBeLessThanOrEqual(25)
      const { audio, tags } = await probeFile(made.path, { measure: true })
      expect(formats[format].holds(audio)).toBe(true)
      // MP4's own field is always 2, and music-metadata takes it.
      if (format !== 'm4a') expect(audio.channels).toBe(channels)
      expect(tags.title).toBe('As found')
      expect(tags.acoustidFingerprint).toBe(made.fingerprint?.code)
    })

    test('already in the format is copied, and what is lossy already says so elsewhere', async () => {
      const wav = makeWav({ seconds, rate: 48_000 })
      const first = await make(await studio.record(`${format}.wav`, wav), format)
      const again = await make(first.path, format)
      expect(again).toMatchObject({ how: 'copied', extension: format, notes: [] })
      const apart = Math.abs(again.durationMs - first.durationMs)
      // FFmpeg 5 reads to the end of the last AAC frame, past the edit list.
      expect(apart).toBeLessThanOrEqual(format === 'm4a' ? 25 : 0)
      const other = await make(first.path, format === 'mp3' ? 'ogg' : 'mp3')
      expect(other.how).toBe('encoded')
      expect(other.notes.map(({ code }) => code)).toEqual(
        format === 'flac' ? [] : ['media.lossy-twice'],
      )
    })
  })
})

/** Another program's decoder, by its own count of samples. */
async function decodeNative(path: string, rate: number): Promise<number> {
  const args = ['-nostdin', '-v', 'verbose', '-i', path, '-f', 'null', '-']
  const { stderr } = await runCommand('ffmpeg', args)
  const samples = /frames decoded.*\((\d+) samples\)/.exec(stderr)?.[1]
  return (Number(samples) * rate) / Number(/samplerate:(\d+)/.exec(stderr)?.[1] ?? rate)
}

const native = await runCommand('ffmpeg', ['-version']).catch(() => undefined)
if (!native) console.warn('SKIPPED, no ffmpeg on PATH: a second decoder for gapless lengths')

describe.skipIf(!native)('a second decoder gives as many samples as the source has', () => {
  const studio = openStudio()
  // AAC in MP4 tells its start, and its end by the length of the edit list, which FFmpeg 5 reads past.
  test.each(['mp3', 'flac', 'opus', 'ogg'] as const)('%s', async (format) => {
    const input = await studio.record(`${format}.wav`, makeWav({ seconds: 3.21, rate: 48_000 }))
    await using media = await openMedia({ ffmpeg: 'wasm', width: 1, workDir: studio.path(format) })
    const made = await media.make(requestFor(input, { options: { format, quality: 'V0' } }), never)
    expect(await decodeNative(made.path, 48_000)).toBe(3.21 * 48_000)
  })
})
