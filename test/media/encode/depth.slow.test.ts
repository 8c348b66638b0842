import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { codesOf } from '../../support/words/reasons.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

/** Of a FLAC: `STREAMINFO` has them behind rate and channels (RFC 9639, section 8.2). */
async function depthOf(path: string): Promise<number> {
  const bytes = await readFile(path)
  return (((bytes[20] ?? 0) & 1) << 4) + ((bytes[21] ?? 0) >> 4) + 1
}

const wavpack = await runCommand('wavpack', ['--version']).catch(() => undefined)
if (!wavpack) console.warn('SKIPPED, no wavpack on PATH: its lossy kind')

describeEncoders('bits of a sample', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    return () => media[Symbol.asyncDispose]()
  })
  const wav = makeWav({ bits: 24, seconds: 0.5 })
  const toFlac = async (path: string) =>
    await media.make(requestFor(path, { options: { format: 'flac', quality: 'V0' } }), never)
  const samplesOf = async (path: string) => {
    const name = `${path.split(/[\\/]/).at(-1)}.pcm`
    const args = ['-map', '0:a:0', '-c:a', 'pcm_s32le', '-f', 's32le']
    const job = { input: path, output: studio.path(name), args, timeLimitMs: 60_000 }
    await studio.ffmpeg.run(job, never)
    return await readFile(studio.path(name))
  }

  test.each<[string, string[], number, string[]]>([
    ['s16.wav', ['-c:a', 'pcm_s16le', '-f', 'wav'], 16, []],
    ['s24.wav', ['-c:a', 'pcm_s24le', '-f', 'wav'], 24, []],
    ['s32.wav', ['-c:a', 'pcm_s32le', '-f', 'wav'], 24, ['media.bits-fewer']],
    ['f32.wav', ['-c:a', 'pcm_f32le', '-f', 'wav'], 24, ['media.bits-from-float']],
    ['f64.wav', ['-c:a', 'pcm_f64le', '-f', 'wav'], 24, ['media.bits-from-float']],
    ['s24.rf64', ['-c:a', 'pcm_s24le', '-rf64', 'always', '-f', 'wav'], 24, []],
    ['s24.w64', ['-c:a', 'pcm_s24le', '-f', 'w64'], 24, []],
    ['s24.aiff', ['-c:a', 'pcm_s24be', '-f', 'aiff'], 24, []],
    ['sowt.aifc', ['-c:a', 'pcm_s16le', '-f', 'aiff'], 16, []],
    ['f32.aifc', ['-c:a', 'pcm_f32be', '-f', 'aiff'], 24, ['media.bits-from-float']],
    ['s24.caf', ['-c:a', 'pcm_s24le', '-f', 'caf'], 24, []],
    ['alac.caf', ['-c:a', 'alac', '-sample_fmt', 's32p', '-f', 'caf'], 24, []],
    ['s24.au', ['-c:a', 'pcm_s24be', '-f', 'au'], 24, []],
    ['s24.mka', ['-c:a', 'pcm_s24le', '-f', 'matroska'], 24, []],
    ['f32.mka', ['-c:a', 'pcm_f32le', '-f', 'matroska'], 24, ['media.bits-from-float']],
    ['flac.mka', ['-c:a', 'flac', '-sample_fmt', 's32', '-f', 'matroska'], 24, []],
    ['flac.oga', ['-c:a', 'flac', '-sample_fmt', 's32', '-f', 'oga'], 24, []],
    ['flac.mp4', ['-c:a', 'flac', '-sample_fmt', 's32', '-strict', '-2', '-f', 'mp4'], 24, []],
    ['alac.m4a', ['-c:a', 'alac', '-sample_fmt', 's32p', '-f', 'ipod'], 24, []],
    ['alac16.m4a', ['-c:a', 'alac', '-sample_fmt', 's16p', '-f', 'ipod'], 16, []],
    ['s32.wv', ['-c:a', 'wavpack', '-sample_fmt', 's32p', '-f', 'wv'], 24, ['media.bits-fewer']],
    [
      'f32.wv',
      ['-c:a', 'wavpack', '-sample_fmt', 'fltp', '-f', 'wv'],
      24,
      ['media.bits-from-float'],
    ],
    ['s24.tta', ['-c:a', 'tta', '-sample_fmt', 's32', '-f', 'tta'], 24, []],
    ['lossy.mka', ['-c:a', 'libvorbis', '-f', 'matroska'], 16, ['media.lossless-from-lossy']],
    ['lossy.ac3', ['-c:a', 'ac3', '-f', 'ac3'], 16, ['media.lossless-from-lossy']],
    ['alaw.wav', ['-c:a', 'pcm_alaw', '-f', 'wav'], 16, ['media.lossless-from-lossy']],
  ])('of %s', async (name, args, depth, notes) => {
    const path = await studio.record(name, wav, ...args)
    const made = await toFlac(path)
    expect(codesOf(made.notes)).toEqual(notes)
    // What is FLAC in Ogg or MP4 may be kept as it is.
    if (made.extension === 'flac') expect(await depthOf(made.path)).toBe(depth)
    if (!notes.includes('media.lossless-from-lossy') && notes[0] !== 'media.bits-fewer')
      expect((await samplesOf(made.path)).equals(await samplesOf(path))).toBe(true)
  })

  test('of samples above full scale', async () => {
    const louder = ['-af', 'volume=12dB', '-c:a', 'pcm_f32le', '-f', 'wav']
    const { notes } = await toFlac(await studio.record('loud.wav', wav, ...louder))
    expect(codesOf(notes)).toEqual(['media.bits-from-float', 'media.clipped'])
  })

  test.skipIf(!wavpack)('of WavPack without its correction file', async () => {
    const path = await studio.record('hybrid.wav', wav)
    await runCommand('wavpack', ['-q', '-y', '-b384', path, '-o', studio.path('hybrid.wv')])
    const { notes, path: made } = await toFlac(studio.path('hybrid.wv'))
    expect(codesOf(notes)).toEqual(['media.lossless-from-lossy'])
    expect(await depthOf(made)).toBe(16)
  })
})
