import { writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../src/base/process/command.ts'
import { type MediaMaker, openMedia } from '../../src/media/media.ts'
import { reason } from '../../src/model/reason.ts'
import { TRIES_ALL } from '../support/runs.ts'
import { makeMaskedWav } from './odd-files.ts'
import { describeEncoders, never, openStudio, requestFor } from './studio.ts'
import { joined, kinds, oggFlac, second, tryKind, vorbis } from './whole-kinds.ts'

describeEncoders('a whole file is kept', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    return () => media[Symbol.asyncDispose]()
  })

  // The rest of kinds and formats is tried by `whole-files.long.ts`.
  const formats = ['mp3', 'opus', 'm4a', 'ogg', 'keep'] as const

  const tried = kinds.map((one, i) => ({ ...one, i })).filter(({ i }) => TRIES_ALL || i % 3 === 0)
  test.each(tried)('$name', async ({ i, ...one }) => {
    const format = kind === 'wasm' ? 'flac' : (formats[i % formats.length] ?? 'keep')
    expect(await tryKind(one, studio, media, [format])).toEqual([])
  })

  test('an M4A of a rate that its sample entry has no room for', async () => {
    const path = studio.path('fast.wav')
    await writeFile(path, second(176_400))
    const request = requestFor(path, { options: { format: 'm4a', quality: 'V2' } })
    const made = await media.make(request, never)
    const params = { fromHz: 176_400, toHz: 88_200, format: 'AAC' }
    expect(made.notes).toEqual([reason('media.resampled', params)])
  })

  test('but not one whose second link is damaged', async () => {
    const whole = await joined([second(), ...vorbis], [second(48_000), ...oggFlac])(studio)
    const at = Math.floor(whole.length * 0.8)
    whole[at] = (whole[at] ?? 0) ^ 0xff
    const path = studio.path('damaged link.ogg')
    await writeFile(path, whole)
    const made = media.make(requestFor(path), never)
    await expect(made).rejects.toMatchObject({ fault: 'damaged' })
  })

  test('but not what this FFmpeg cannot decode, which is no damage', async () => {
    const wav = second()
    wav.writeUInt16LE(0x7777, 20)
    const path = studio.path('unknown codec.wav')
    await writeFile(path, wav)
    const made = media.make(requestFor(path), never)
    await expect(made).rejects.toMatchObject({ fault: 'undecodable' })
  })
})

describe('channels', () => {
  const studio = openStudio('wasm')

  test('keep their places and their samples in a FLAC', async ({ skip }) => {
    const program = await runCommand('ffmpeg', ['-version']).catch(() => undefined)
    if (!program) skip('no ffmpeg on PATH')
    await using media = await openMedia({ ffmpeg: 'ffmpeg', width: 1, workDir: studio.path('c') })
    const pcm = async (path: string) => {
      const args = ['-v', 'error', '-i', path, '-f', 'md5', '-c:a', 'pcm_s16le', '-']
      return (await runCommand('ffmpeg', args)).stdout
    }
    for (const [mask, channels, layout] of [
      [0xb, 3, '2.1'],
      [0x60f, 6, '5.1(side)'],
      [0x107, 4, '4.0'],
    ] as const) {
      const path = await studio.record(`${layout}.wav`, makeMaskedWav(mask, channels))
      const options = { format: 'flac', quality: 'V2' } as const
      const made = await media.make(requestFor(path, { options }), never)
      expect(made.notes).toEqual([])
      expect(await pcm(made.path)).toBe(await pcm(path))
      const { stderr } = await runCommand('ffmpeg', ['-hide_banner', '-i', made.path])
      expect(stderr).toContain(` ${layout}, s16`)
    }
  })
})
