import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { reason } from '../../src/model/reason.ts'
import { fieldsOfFrames } from '../../src/tags/id3/id3-fields.ts'
import type { Id3Frame } from '../../src/tags/id3/id3v2-frame.ts'
import { writeFrames } from '../../src/tags/id3/id3v2-frames.ts'
import { readFrames } from '../../src/tags/id3/id3v2-tags.ts'
import { asCarried, noTags, readFields } from '../../src/tags/map/fields.ts'
import { checkEqual } from '../../src/tags/write/compare-tags.ts'
import type { FileTags } from '../../src/tags/write/file-tags.ts'
import { findChanges } from '../../src/tags/write/update.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { readOggHead } from '../../src/tags/xiph/ogg.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { png } from './pictures.ts'

const studio = openStudio()
const cover = { mime: 'image/png', bytes: png() } as const

const bare: Readonly<Record<string, readonly [container: Container, ...args: string[]]>> = {
  mp3: ['mp3', '-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3'],
  vorbis: ['ogg', '-c:a', 'libvorbis', '-f', 'ogg'],
  opus: ['ogg', '-c:a', 'opus', '-strict', 'experimental', '-f', 'opus'],
}

beforeAll(async () => {
  for (const [name, [, ...args]] of Object.entries(bare))
    await studio.record(`bare.${name}`, makeWav({ seconds: 0.3 }), ...args)
})

let count = 0
async function retag(source: string, container: Container, change: Partial<FileTags['tags']>) {
  const target = studio.path(`written ${++count}.${container}`)
  const before = await readFileTags(source, container)
  const tags = { ...before.tags, ...change }
  return { ...(await writeTags({ source, target }, before, tags, never)), target, before }
}

const text = (id: string, ...texts: string[]): Id3Frame => ({
  id,
  data: Buffer.from(`\x03${texts.join('\0')}`),
})
const comment = (language: string, words: string): Id3Frame => ({
  id: 'COMM',
  data: Buffer.from(`\x03${language}\0${words}`),
})

async function makeMp3(name: string, frames: readonly Id3Frame[]) {
  const path = studio.path(name)
  await writeFile(
    path,
    Buffer.concat([writeFrames(frames), await readFile(studio.path('bare.mp3'))]),
  )
  return path
}

describe('what is no damage is carried to the byte, without a note', () => {
  test.each<[string, readonly Id3Frame[]]>([
    ['two comments', [comment('eng', 'One'), comment('deu', 'Eine')]],
    ['a comment in a text of its own', [comment('eng', 'One'), text('TXXX', 'comment', 'One')]],
    ['another comment in such a text', [comment('eng', 'One'), text('TXXX', 'comment', 'Two')]],
    ['gain with three decimals', [text('TXXX', 'REPLAYGAIN_ALBUM_GAIN', '-6.123 dB')]],
    ['gain with a sign', [text('TXXX', 'replaygain_track_gain', '+3.21518 dB')]],
    ['peak with eight decimals', [text('TXXX', 'REPLAYGAIN_TRACK_PEAK', '0.12496948')]],
    ['a number with zeros', [text('TRCK', '003/0012'), text('TPOS', '0/0')]],
    ['a number said twice', [text('TRCK', '3/12'), text('TXXX', 'TRACKNUMBER', '3')]],
    ['beats with decimals', [text('TBPM', '127.63')]],
    ['a flag that says no', [text('TCMP', '0')]],
    ['a date in words', [text('TDRC', 'Summer of 1969')]],
  ])('ID3v2: %s', async (name, frames) => {
    const source = await makeMp3(`${name}.mp3`, [text('TIT2', 'Title'), ...frames])
    const { notes, target } = await retag(source, 'mp3', { album: 'New', cover })
    expect(notes).toEqual([])
    const written = readFrames(await readFile(target))
    for (const frame of frames) expect(written).toContainEqual({ ...frame, grouped: undefined })
  })

  test.each([
    ['vorbis', 'REPLAYGAIN_TRACK_PEAK=0.11772506'],
    ['vorbis', 'REPLAYGAIN_ALBUM_GAIN=+3.2151800 dB'],
    ['opus', 'REPLAYGAIN_TRACK_PEAK=0.11345678'],
    ['opus', 'REPLAYGAIN_ALBUM_GAIN=3.21518 dB'],
    ['opus', 'R128_TRACK_GAIN=-00123'],
  ])('%s: %s', async (name, words) => {
    const { withOggHead } = await import('../../src/tags/xiph/ogg-pages.ts')
    const { writeOggHead } = await import('../../src/tags/xiph/ogg.ts')
    const { copyFile } = await import('../../src/base/copy-file.ts')
    const head = await readOggHead(studio.path(`bare.${name}`))
    const comment = { ...head.comment, comments: [Buffer.from('TITLE=T'), Buffer.from(words)] }
    const source = studio.path(`${words}.${name}`.replaceAll('/', '-'))
    const changes = { fields: new Map(), replaces: () => false }
    const bytes = writeOggHead({ ...head, comment }, changes)
    await copyFile(studio.path(`bare.${name}`), source, never, withOggHead(head, bytes))
    const { notes, target } = await retag(source, 'ogg', { album: 'New', cover })
    expect(notes).toEqual([])
    expect((await readOggHead(target)).comment.comments.map(String)).toContain(words)
  })
})

describe('where the old tag is understood otherwise', () => {
  const frames = [
    text('TIT2', 'Title'),
    text('TXXX', 'MY OWN', 'value'),
    { id: 'POPM', data: Buffer.from('me@example.org\0\xc4', 'latin1') },
    { id: 'PRIV', data: Buffer.from('owner\0data') },
  ]

  /** The same file, which is read back rightly only when no more than so much was carried over. */
  const readBackAfter = (file: FileTags, ways: number): FileTags => ({
    ...file,
    readBack: async (path) => {
      const tags = await file.readBack(path)
      return ways-- > 0 ? { ...tags, title: 'another' } : tags
    },
  })

  const write = async (name: string, ways: number) => {
    const source = await makeMp3(`${name} 0.mp3`, frames)
    const { target: covered } = await retag(source, 'mp3', { cover })
    const target = studio.path(`${name}.mp3`)
    const file = readBackAfter(await readFileTags(covered, 'mp3'), ways)
    const written = await writeTags({ source: covered, target }, file, file.tags, never)
    const { tags } = await readFileTags(target, 'mp3')
    const ids = readFrames(await readFile(target)).map(({ id }) => id)
    return { ...written, read: tags, ids }
  }

  test('all fields and the cover are written anew, and what has no place is carried', async () => {
    const { notes, read, ids } = await write('anew', 1)
    expect(notes).toEqual([reason('media.tag-rewritten')])
    expect(read).toMatchObject({ title: 'Title', extra: { 'MY OWN': ['value'] } })
    expect(Buffer.from(read.cover?.bytes ?? [])).toEqual(Buffer.from(cover.bytes))
    expect(ids.toSorted()).toEqual(['APIC', 'POPM', 'PRIV', 'TIT2', 'TXXX'])
  })

  test('or that is left out, and named', async () => {
    const { notes, ids } = await write('less', 2)
    const fields = expect.arrayContaining(['PRIV'])
    expect(notes).toEqual([
      reason('media.tag-rewritten'),
      { code: 'media.tag-fields-left', params: { fields } },
    ])
    expect(ids.toSorted()).toEqual(['APIC', 'POPM', 'TIT2', 'TXXX'])
  })

  test('or nothing is written', async () => {
    await expect(write('none', 3)).rejects.toMatchObject({ name: 'UnequalTagsError' })
  })
})

describe('many values take as long as there are many', () => {
  /** How many items of lists are gone through meanwhile: each that is copied to another list counts. */
  function countSteps(run: () => void): number {
    const { [Symbol.iterator]: iterate } = Array.prototype
    let steps = 0
    Array.prototype[Symbol.iterator] = function* (this: unknown[]) {
      for (let at = 0; at < this.length; at++) {
        steps++
        yield this[at]
      }
    } as typeof iterate
    try {
      run()
    } finally {
      Array.prototype[Symbol.iterator] = iterate
    }
    return steps
  }

  function carryMany(length: number) {
    const values = Array.from({ length }, (_, i) => `Value ${i}`)
    const found = [
      { id: 'TCON', data: Buffer.from(`\x03${values.join('\0')}`) },
      { id: 'TXXX', data: Buffer.from(`\x03MY OWN\0${values.join('\0')}`) },
    ]
    const read = { ...noTags, ...readFields('id3', fieldsOfFrames(found)) }
    expect(read.genres).toHaveLength(length)
    // Names that Vorbis comments cannot have all stand in one place.
    const named = Object.fromEntries(
      values.map((value, i) => ['é'.repeat(1 + (i % 3)) + i, [value]]),
    )
    for (const kind of ['id3', 'vorbis', 'mp4'] as const) {
      const carried = asCarried(kind, { ...read, extra: { ...read.extra, ...named } })
      checkEqual(carried, asCarried(kind, carried))
      findChanges({ kind, before: read, after: carried, present: [], carried: 'unchanged' })
    }
  }

  test('read, joined, compared and written', () => {
    const [few, many] = [500, 5_000].map((length) => countSteps(() => carryMany(length)))
    expect(few).toBeGreaterThan(500)
    expect((many ?? 0) / (few ?? 0)).toBeLessThan(15)
  })
})
