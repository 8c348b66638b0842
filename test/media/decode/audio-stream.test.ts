import { expect, test } from 'vitest'
import { correctBy, readSource, readWritten } from '../../../src/media/decode/audio-stream.ts'

const logOf = (line: string) =>
  [
    "[info] Input #0, matroska,webm, from 'file:a.mka':",
    '[info]   Stream #0:0: Video: mjpeg, yuvj420p(pc), 600x600',
    `[info]   ${line}`,
    '[info] Stream mapping:',
    '[info]   Stream #0:1 -> #0:0 (pcm_s24le (native) -> flac (native))',
    "[info] Output #0, flac, to 'file:b':",
    '[info]   Stream #0:0: Audio: flac, 44100 Hz, stereo, s32 (24 bit), 128 kb/s',
    "[info] Output #1, s16le, to 'file:c':",
    '[info]   Stream #1:0: Audio: pcm_s16le, 11025 Hz, mono, s16, 176 kb/s',
  ].join('\n')

test.each([
  ['Stream #0:1: Audio: pcm_s24le, 44100 Hz, mono, s32 (24 bit), 1058 kb/s', 'pcm_s24le', 24, true],
  [
    'Stream #0:1: Audio: pcm_s32le ([1][0][0][0] / 0x0001), 44100 Hz, 5.1(side), s32',
    'pcm_s32le',
    32,
    true,
  ],
  ['Stream #0:1: Audio: pcm_u8, 8000 Hz, 1 channels, u8, 64 kb/s', 'pcm_u8', 8, true],
  [
    'Stream #0:1: Audio: pcm_f64be (fl64 / 0x34366C66), 44100 Hz, stereo, dbl',
    'pcm_f64be',
    'float',
    true,
  ],
  [
    'Stream #0:1[0x1](und): Audio: alac (alac / 0x63616C61), 44100 Hz, stereo, s32p (24 bit), 599 kb/s (default)',
    'alac',
    24,
    true,
  ],
  ['Stream #0:1(eng): Audio: dts (DTS-HD MA), 96000 Hz, 5.1(side), s32p (24 bit)', 'dts', 24, true],
  ['Stream #0:1: Audio: dts (DTS), 48000 Hz, 5.1(side), fltp, 768 kb/s', 'dts', 'float', false],
  [
    'Stream #0:1: Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, stereo, fltp, 128 kb/s',
    'aac',
    'float',
    false,
  ],
  [
    'Stream #0:1: Audio: pcm_alaw ([6][0][0][0] / 0x0006), 8000 Hz, mono, s16, 64 kb/s',
    'pcm_alaw',
    16,
    false,
  ],
  [
    'Stream #0:1: Audio: dsd_lsbf_planar, 352800 Hz, stereo, fltp, 5644 kb/s',
    'dsd_lsbf_planar',
    'float',
    true,
  ],
  ['Stream #0:1: Audio: wmalossless, 44100 Hz, stereo, s16p', 'wmalossless', 16, true],
  ['Stream #0:1: Audio: wmav2, 44100 Hz, stereo, fltp, 128 kb/s', 'wmav2', 'float', false],
] as const)('%s', (line, codec, depth, lossless) => {
  const source = readSource(logOf(line))
  expect(source).toMatchObject({ codec, depth })
  for (const told of [true, false])
    expect(correctBy({ bytes: 1, lossless: told }, source).lossless).toBe(lossless)
})

test('what is written is told apart from what is read', () => {
  const log = logOf('Stream #0:1: Audio: mp3, 44100 Hz, stereo, fltp, 128 kb/s')
  expect(readWritten(log)).toEqual({ codec: 'flac', profile: undefined, depth: 24 })
  expect(readSource('[error] file:a: Invalid data found')).toBeUndefined()
})

test('WavPack is lossless where its reader says so', () => {
  const source = { codec: 'wavpack', depth: 16 } as const
  const told = { bytes: 1, codec: 'PCM', container: 'WavPack' }
  expect(correctBy({ ...told, lossless: true }, source)).toMatchObject({ lossless: true })
  const hybrid = { lossless: false, codec: 'WavPack' }
  expect(correctBy({ ...told, lossless: false }, source)).toMatchObject(hybrid)
  // Matroska does not tell.
  const inside = { bytes: 1, container: 'EBML/matroska', lossless: false }
  expect(correctBy(inside, source)).toMatchObject({ lossless: true })
})
