import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { AudioError } from '../../../src/media/audio-error.ts'
import { encodeFile } from '../../../src/media/encode/encode.ts'
import { scanMp3 } from '../../../src/media/mp3/frames.ts'
import type { Quality } from '../../../src/model/media.ts'
import { reason } from '../../../src/model/reason.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { describeEncoders, makeWav, never, openStudio, type Studio } from '../studio.ts'

/** FFmpeg's own encoder: the library's crashes in the build from npm. */
const opus = ['-c:a', 'opus', '-strict', 'experimental']

async function encode(studio: Studio, input: string, quality: Quality = 'V2') {
  const output = `${input}.${quality}.made.mp3`
  const { audio } = await probeFile(input)
  const made = await encodeFile(
    studio.ffmpeg,
    { input, output, format: 'mp3', quality, audio },
    never,
  )
  const frames = await scanMp3(output)
  if (!frames) throw new Error('no frames')
  return { ...made, output, frames, bitRate: (await probeFile(output)).audio.bitRate ?? 0 }
}

describeEncoders('encoding', (kind) => {
  const studio = openStudio(kind)

  test.each([
    ['V0', 200, 320],
    ['V2', 130, 260],
    ['320', 320, 320],
    ['192', 192, 192],
  ] as const)('quality %s gives %i to %i kbit/s', async (quality, least, most) => {
    const input = await studio.record(`q${quality}.wav`, makeWav({ seconds: 2 }))
    const { bitRate, durationMs } = await encode(studio, input, quality)
    expect(Math.round(bitRate / 1000)).toBeGreaterThanOrEqual(least)
    expect(Math.round(bitRate / 1000)).toBeLessThanOrEqual(most)
    expect(durationMs).toBe(2000)
  })

  test.each([
    [8_000, 1, 8_000],
    [11_025, 2, 11_025],
    [22_050, 1, 22_050],
    [32_000, 2, 32_000],
    [44_100, 2, 44_100],
    [48_000, 1, 48_000],
    [88_200, 2, 44_100],
    [96_000, 2, 48_000],
    [176_400, 1, 44_100],
    [192_000, 2, 48_000],
  ])('%i Hz in %i channels become %i Hz of the same length', async (rate, channels, becomes) => {
    const wav = makeWav({ rate, channels, bits: 24 })
    const { frames, notes, output } = await encode(studio, await studio.record(`${rate}.wav`, wav))
    expect(frames.sampleRate).toBe(becomes)
    // To the sample, where nothing was resampled.
    expect(Math.abs(frames.samples - becomes)).toBeLessThanOrEqual(rate === becomes ? 0 : 1)
    expect((await probeFile(output)).audio.channels).toBe(channels)
    expect(notes).toEqual(
      rate === becomes
        ? []
        : [reason('media.resampled', { fromHz: rate, toHz: becomes, format: 'MP3' })],
    )
  })

  test.each(['V0', 'V2', '320', '192'] as const)(
    'quality %s where MP3 has no such bit rate',
    async (quality) => {
      const input = await studio.record(`8k-${quality}.wav`, makeWav({ rate: 8_000, channels: 1 }))
      const { frames } = await encode(studio, input, quality)
      expect(frames).toMatchObject({ sampleRate: 8_000, samples: 8_000 })
    },
  )

  test('six channels become two', async () => {
    const input = await studio.record('six.wav', makeWav({ channels: 6 }))
    const { output, notes } = await encode(studio, input)
    expect((await probeFile(output)).audio.channels).toBe(2)
    expect(notes).toEqual([reason('media.downmixed', { layout: '5.1', format: 'MP3' })])
  })

  test.each([
    ['flac', ['-c:a', 'flac', '-f', 'flac']],
    ['flac24', ['-c:a', 'flac', '-sample_fmt', 's32', '-f', 'flac']],
    ['ogg', ['-c:a', 'libvorbis', '-f', 'ogg']],
    ['opus', [...opus, '-f', 'opus']],
    ['alac', ['-c:a', 'alac', '-f', 'ipod']],
    ['wavpack', ['-c:a', 'wavpack', '-f', 'wv']],
    ['aiff', ['-f', 'aiff']],
    ['au', ['-f', 'au']],
    ['tta', ['-f', 'tta']],
    ['caf', ['-f', 'caf']],
    ['webm', [...opus, '-f', 'webm']],
    ['mp2', ['-c:a', 'mp2', '-f', 'mp2']],
    ['aac', ['-c:a', 'aac', '-f', 'ipod']],
    ['adts', ['-c:a', 'aac', '-f', 'adts']],
  ])('%s becomes an MP3 of its length', async (name, args) => {
    const wav = makeWav({ rate: 48_000 })
    const { durationMs } = await encode(studio, await studio.record(name, wav, ...args))
    // AAC and MP2 themselves add up to two frames, Matroska counts milliseconds.
    expect(Math.abs(durationMs - 1000)).toBeLessThanOrEqual(/aac|adts|mp2/.test(name) ? 60 : 2)
  })
})

describe('audio that is not whole', () => {
  const studio = openStudio()

  test('a WAV that ends inside a sample is', async () => {
    const wav = Buffer.concat([makeWav({ bits: 24 }), Buffer.of(1, 2)])
    wav.writeUInt32LE(wav.length - 8, 4)
    wav.writeUInt32LE(wav.length - 44, 40)
    expect(await encode(studio, await studio.record('odd.wav', wav))).toMatchObject({
      durationMs: 1000,
    })
  })

  const flip = (bytes: Buffer, from: number) => {
    for (let i = 1; i <= 8; i++) {
      const at = Math.floor(from + ((bytes.length - from) * i) / 9)
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
    }
    return bytes
  }
  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6))

  test.each([
    ['flac', ['-c:a', 'flac', '-f', 'flac']],
    ['ogg', ['-c:a', 'libvorbis', '-f', 'ogg']],
    ['opus', [...opus, '-f', 'opus']],
    ['m4a', ['-c:a', 'aac', '-f', 'ipod']],
    ['fast.m4a', ['-c:a', 'aac', '-movflags', 'faststart', '-f', 'ipod']],
    ['wv', ['-c:a', 'wavpack', '-f', 'wv']],
    ['tta', ['-f', 'tta']],
  ])('a %s that is cut or has flipped bytes is refused', async (name, args) => {
    const whole = await studio.record(name, makeWav({ seconds: 2 }), ...args)
    const bytes = await readFile(whole)
    await expect(encode(studio, whole)).resolves.toBeDefined()
    for (const damaged of [cut(bytes), flip(Buffer.from(bytes), bytes.length / 3)]) {
      await writeFile(whole, damaged)
      const made = encode(studio, whole)
      await expect(made).rejects.toBeInstanceOf(AudioError)
      await expect(made).rejects.toMatchObject({
        fault: expect.stringMatching(/^(damaged|truncated|not-audio)$/),
      })
    }
  })

  test('what is no audio at all is refused', async () => {
    const noise = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i * 31 + i) % 251))
    for (const [name, bytes] of Object.entries({
      'text.flac': Buffer.from('Track 1\nTrack 2\n'.repeat(100)),
      'zeros.mp3': Buffer.alloc(10_000),
      'noise.ogg': noise,
      'one.wav': Buffer.of(82),
      'silent.wav': makeWav({ seconds: 0 }),
      'picture.m4a': Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
    })) {
      await writeFile(studio.path(name), bytes)
      const made = encode(studio, studio.path(name))
      await expect(made, name).rejects.toBeInstanceOf(UserError)
    }
  })
})
