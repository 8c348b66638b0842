import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { scanMp3 } from '../../../src/media/mp3/frames.ts'
import { writeFrames } from '../../../src/tags/id3/id3v2-frames.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { jpegHead } from '../../tags/pictures.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

const title = { id: 'TIT2', data: Buffer.from('\x03Own title') }
const tagWith = (id: string, ...bytes: number[]) =>
  Buffer.from(writeFrames([title, { id, data: Buffer.from(bytes) }]))
const picture = (mime: string, bytes: Uint8Array) =>
  tagWith('APIC', ...Buffer.from(`\0${mime}\0\x03\0`, 'latin1'), ...bytes)
const header = (...bytes: number[]) => Buffer.from([...Buffer.from('ID3'), ...bytes])

interface Damage {
  readonly before?: Buffer
  readonly after?: Buffer
  /** The file's name says nothing either. */
  readonly nameless?: true
  /** What can be read of it all the same. */
  readonly title?: string
  /** The reader of tags gives up on the whole file. */
  readonly unread?: true
  /** The tag is told to be damaged. */
  readonly damaged?: true
}

const own = { title: 'Own title' } as const
const damages: Readonly<Record<string, Damage>> = {
  'a chapter cut short': { before: tagWith('CHAP', 65), ...own },
  'lines with times cut short': { before: tagWith('SYLT', 1, 2), ...own },
  'a version that nobody knows': {
    before: Buffer.concat([header(5, 0, 0, 0, 0, 0, 100), Buffer.alloc(100, 1)]),
    damaged: true,
  },
  'an extended header without end': {
    before: Buffer.concat([header(4, 0, 0x40, 0, 0, 0, 60), Buffer.alloc(60, 0x7f)]),
    damaged: true,
  },
  'an APEv2 end that points before the file': {
    after: Buffer.concat([
      ...[Buffer.from('APETAGEX'), Buffer.of(0xd0, 7, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0, 0, 0)],
      Buffer.of(0, 0, 0, 0x80, ...Buffer.alloc(8)),
    ]),
  },
  'a page of a server before it': {
    before: Buffer.from('<html>'.repeat(400)),
    nameless: true,
    unread: true,
  },
  'zeros before it': { before: Buffer.alloc(20_000), nameless: true, unread: true },
  'UTF-16 without its mark': { before: tagWith('TPE1', 1, 65, 66, 67, 68), ...own },
  'lyrics cut short': { before: tagWith('USLT', 1), ...own },
  'an object cut short': { before: tagWith('GEOB', 1, 65, 66), ...own },
  'a picture that is none': { before: picture('image/png', Buffer.alloc(500, 1)), ...own },
  'half a picture': { before: picture('image/jpeg', jpegHead(90, 90).subarray(0, 12)), ...own },
}

describeEncoders('an MP3 whose tag is damaged', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  let bare: string
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 1, workDir: studio.path('work') })
    const args = '-b:a 128k -id3v2_version 0 -f mp3'.split(' ')
    bare = await studio.record('bare.mp3', makeWav({ seconds: 2 }), ...args)
    return () => media[Symbol.asyncDispose]()
  })
  const audioOf = async (path: string) => {
    const { start = 0, audioEnd = 0 } = (await scanMp3(path)) ?? {}
    return (await readFile(path)).subarray(start, audioEnd)
  }

  test.each(Object.entries(damages))('by %s is copied with its sound', async (name, damage) => {
    const { before = Buffer.of(), after = Buffer.of(), nameless, unread, damaged } = damage
    const path = studio.path(nameless ? name : `${name}.mp3`)
    await writeFile(path, Buffer.concat([before, await readFile(bare), after]))
    expect((await probeFile(path)).unread !== undefined).toBe(unread === true)
    const made = await media.make(requestFor(path), never)
    expect(made).toMatchObject({ how: 'copied', extension: 'mp3', durationMs: 2000 })
    expect(made.tags).toMatchObject({
      title: damage.title ?? 'As found',
      keptFrom: 'library',
    })
    expect(made.notes.some(({ code }) => code === 'media.tag-unreadable')).toBe(unread === true)
    expect(made.notes.some(({ code }) => code === 'media.frames-damaged')).toBe(damaged === true)
    expect(await audioOf(made.path)).toEqual(await audioOf(bare))
    const options = { format: 'keep', quality: 'V0' } as const
    const kept = await media.make(requestFor(path, { options }), never)
    expect(kept).toMatchObject({ how: 'kept', extension: 'mp3' })
    expect(await readFile(kept.path)).toEqual(await readFile(path))
  })

  test('is no reason to take anything for an MP3', async () => {
    const au = await studio.record('sound.au', makeWav({ seconds: 3 }), '-f', 'au')
    const bytes = await readFile(au)
    expect(await media.make(requestFor(au), never)).toMatchObject({ how: 'encoded' })
    // Frames enough for a run, in what is not made of them.
    const mp3 = await readFile(bare)
    bytes.set(mp3.subarray(0, 20_000), 100_000)
    await writeFile(studio.path('unlikely'), bytes)
    expect((await scanMp3(studio.path('unlikely')))?.frames).toBeGreaterThan(20)
    expect(await media.make(requestFor(studio.path('unlikely')), never)).toMatchObject({
      how: 'encoded',
      durationMs: 3000,
    })
  })
})
