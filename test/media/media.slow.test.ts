import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../src/media/media.ts'
import { scanMp3 } from '../../src/media/mp3/frames.ts'
import { reason } from '../../src/model/reason.ts'
import { writeFrames } from '../../src/tags/id3/id3v2-frames.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import { UserError } from '../../src/words/user-error.ts'
import { describeShared, shared } from '../support/shared.ts'
import { jpegHead, png } from '../tags/pictures.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from './studio.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const flac = ['-c:a', 'flac', '-f', 'flac']
const mp3 = ['-c:a', 'libmp3lame', '-q:a', '4', '-f', 'mp3']
const tagged = [
  '-metadata',
  'TITLE=Own title',
  '-metadata',
  'ARTIST=Own artist',
  '-metadata',
  'MOOD=calm',
]

describeEncoders('making media', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    return () => media[Symbol.asyncDispose]()
  })
  const left = () => readdir(studio.path('work')).catch(() => [])
  afterEach(() => rm(studio.path('work'), { recursive: true, force: true }))

  test('encodes what is no MP3, with the tags of the file', async () => {
    const path = await studio.record('a.flac', makeWav(), ...tagged, ...flac)
    const made = await media.make(requestFor(path), never)
    const original = await readFile(path)
    expect(made).toMatchObject({
      extension: 'mp3',
      durationMs: 1000,
      originalSha256: sha256(original),
      how: 'encoded',
      notes: [],
      tags: {
        title: 'Own title',
        artists: ['Own artist'],
        extra: { MOOD: ['calm'] },
        keptFrom: 'library',
        verdict: 'own-copy',
        originalSha256: sha256(original),
      },
    })
    expect((await probeFile(made.path)).tags).toEqual(made.tags)
    expect(await left()).toEqual([made.path.split(/[\\/]/).at(-1)])
    expect(await readFile(path)).toEqual(original)
  })

  test('copies an MP3 with new tags and the same sound', async () => {
    const path = await studio.record('b.mp3', makeWav(), ...mp3)
    const made = await media.make(requestFor(path), never)
    expect(made).toMatchObject({ how: 'copied', durationMs: 1000, tags: { title: 'As found' } })
    const [before, after] = await Promise.all([scanMp3(path), scanMp3(made.path)])
    const audioOf = async (file: string, start = 0) => (await readFile(file)).subarray(start)
    expect(await audioOf(made.path, after?.start)).toEqual(await audioOf(path, before?.start))
  })

  test('keeps a file whose tags cannot be changed, and says so', async () => {
    const args = ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4']
    const path = await studio.record('fragments.m4a', makeWav(), ...args)
    const options = { format: 'm4a', quality: 'V2' } as const
    const made = await media.make(requestFor(path, { options }), never)
    expect(made.how).toBe('kept')
    expect(made.notes).toContainEqual(
      reason('media.tags-left', { why: reason('media.m4a-fragmented') }),
    )
    expect(await readFile(made.path)).toEqual(await readFile(path))
    expect(await left()).toHaveLength(1)
  })

  test('writes ID3v2.3 for old players', async () => {
    const path = await studio.record('old player.mp3', makeWav(), ...mp3)
    for (const source of [path, await studio.record('old player.wav', makeWav())]) {
      const options = { format: 'mp3', quality: 'V2', id3: '2.3' } as const
      const made = await media.make(requestFor(source, { options }), never)
      expect((await readFile(made.path)).subarray(0, 4)).toEqual(Buffer.from('ID3\x03'))
      expect((await probeFile(made.path)).tags).toMatchObject({
        title: 'As found',
        artists: ['Found'],
      })
    }
  })

  test('takes the cover from the folder where the file has none', async () => {
    const path = await studio.record('bare.flac', makeWav(), ...flac)
    await mkdir(studio.path('album'), { recursive: true })
    await copyFile(path, studio.path('album/song.flac'))
    await writeFile(studio.path('album/Folder.png'), png(8))
    const made = await media.make(requestFor(studio.path('album/song.flac')), never)
    expect(Buffer.from(made.tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(8)))
    expect((await probeFile(made.path)).tags).toEqual({
      ...made.tags,
      cover: expect.objectContaining({ mime: 'image/png' }),
    })
    const offerCovers = async () => [jpegHead(5, 5)]
    const offered = await media.make(requestFor(path, { offerCovers }), never)
    expect((await probeFile(offered.path)).tags.cover?.mime).toBe('image/jpeg')
  })

  test('copies an MP3 with a frame in no known encoding, which stays', async () => {
    const path = await studio.record('damaged.mp3', makeWav(), ...mp3, '-id3v2_version', '0')
    // No encoding has the number 25.
    const data = Buffer.concat([Buffer.of(25), Buffer.from('\ufeffname\0\ufeffvalue', 'utf16le')])
    const title = Buffer.from('\x03Own title')
    const tag = writeFrames([
      { id: 'TIT2', data: title },
      { id: 'TXXX', data },
    ])
    await writeFile(path, Buffer.concat([tag, await readFile(path)]))
    const made = await media.make(requestFor(path), never)
    expect(made).toMatchObject({ how: 'copied', tags: { title: 'Own title', artists: ['Found'] } })
    expect(made.notes).toEqual([])
    expect((await readFile(made.path)).includes(data)).toBe(true)
    expect(await left()).toHaveLength(1)
  })

  test('keeps a file to the byte when asked', async () => {
    const options = { format: 'keep', quality: 'V0' } as const
    for (const [name, args] of Object.entries({ 'c.flac': flac, 'c.mp3': mp3 })) {
      const path = await studio.record(name, makeWav(), ...args)
      const made = await media.make(requestFor(path, { options }), never)
      expect(made).toMatchObject({ how: 'kept', extension: name.slice(2), durationMs: 1000 })
      const bytes = await readFile(path)
      expect(await readFile(made.path)).toEqual(bytes)
      expect(made.originalSha256).toBe(sha256(bytes))
    }
  })

  test('goes by what a file is, not by its name', async () => {
    const song = await studio.record('d.flac', makeWav(), ...flac)
    await copyFile(song, studio.path('flac.mp3'))
    await copyFile(song, studio.path('flac.exe'))
    expect(await media.make(requestFor(studio.path('flac.mp3')), never)).toMatchObject({
      how: 'encoded',
    })
    const options = { format: 'keep', quality: 'V0' } as const
    const kept = await media.make(requestFor(studio.path('flac.exe'), { options }), never)
    expect(kept.extension).toBe('flac')
  })

  test('leaves nothing behind where it fails', async () => {
    await writeFile(studio.path('text.flac'), 'no sound\n'.repeat(100))
    await writeFile(studio.path('empty.mp3'), '')
    await writeFile(
      studio.path('tag.mp3'),
      Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f and no more', 'latin1'),
    )
    const whole = await readFile(await studio.record('e.mp3', makeWav({ seconds: 3 }), ...mp3))
    await writeFile(studio.path('cut.mp3'), whole.subarray(0, whole.length / 2))
    for (const name of ['text.flac', 'empty.mp3', 'cut.mp3', 'tag.mp3', 'missing.ogg', ''])
      for (const format of ['mp3', 'keep'] as const) {
        const options = { format, quality: 'V0' } as const
        const made = media.make(requestFor(studio.path(name), { options }), never)
        await expect(made, `${name} ${format}`).rejects.toBeInstanceOf(UserError)
      }
    expect(await left()).toEqual([])
  })

  test('stops on abort and leaves nothing behind', async () => {
    const path = await studio.record('f.flac', makeWav({ seconds: 30 }), ...flac)
    const abort = new AbortController()
    const making = media.make(requestFor(path), abort.signal)
    setTimeout(() => abort.abort(new Error('enough')), 300)
    await expect(making).rejects.toThrow('enough')
    expect(await left()).toEqual([])
  })

  test('makes many at once, each under a name of its own', async () => {
    const path = await studio.record('g.flac', makeWav({ seconds: 0.3 }), ...flac)
    const made = await Promise.all(
      Array.from({ length: 6 }, () => media.make(requestFor(path), never)),
    )
    expect(new Set(made.map((one) => one.path)).size).toBe(6)
    const bytes = await Promise.all(made.map((one) => readFile(one.path)))
    expect(new Set(bytes.map(sha256)).size).toBe(1)
  })

  describeShared('real tracks', 'data/music', () => {
    test.each(['March Thee to Dis', 'Chimes They Fade'])('%s', async (title) => {
      const path = shared('data/music/maxstack', `${title}.ogg`)
      const licenceUrl = 'http://creativecommons.org/licenses/by-sa/3.0/'
      const made = await media.make(requestFor(path), never)
      const { audio, tags } = await probeFile(path, { measure: true })
      expect(Math.abs(made.durationMs - (audio.durationMs ?? 0))).toBeLessThan(1)
      expect(made.tags).toMatchObject({
        title,
        artists: ['Maxstack'],
        licenceUrl,
        date: '2012-12-15',
      })
      expect(made.tags.extra).toEqual(tags.extra)
      const frames = await scanMp3(made.path)
      expect(frames?.xing?.gapless).toEqual({ delay: 576, padding: expect.any(Number) })
      expect(frames).toMatchObject({ samples: audio.samples, strayBytes: 0, cut: false })
      expect((await probeFile(made.path)).tags).toEqual(made.tags)
    })
  })
})
