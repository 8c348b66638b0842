import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { noTags } from '../../src/tags/map/fields.ts'
import { findStructureFault } from '../../src/tags/structure/find-fault.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { readOggHead } from '../../src/tags/xiph/ogg.ts'
import { type OggPage, type PageTail, readPage, renderTail } from '../../src/tags/xiph/ogg-pages.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { png } from './pictures.ts'

const studio = openStudio()

const formats: Readonly<Record<string, readonly [container: Container, ...args: string[]]>> = {
  mp3: ['mp3', '-c:a', 'libmp3lame', '-f', 'mp3'],
  flac: ['flac', '-c:a', 'flac', '-f', 'flac'],
  vorbis: ['ogg', '-c:a', 'libvorbis', '-f', 'ogg'],
  opus: ['ogg', '-c:a', 'opus', '-strict', 'experimental', '-f', 'opus'],
  m4a: ['m4a', '-c:a', 'aac', '-f', 'ipod'],
  'm4a, head first': ['m4a', '-c:a', 'aac', '-movflags', 'faststart', '-f', 'ipod'],
}
const containerOf = (name: string) => formats[name]?.[0] ?? 'mp3'

beforeAll(async () => {
  const tags = { ...noTags, title: 'T', cover: { mime: 'image/png', bytes: png(40) } } as const
  for (const [name, [container, ...args]] of Object.entries(formats)) {
    const source = await studio.record(`bare.${name}`, makeWav({ seconds: 1 }), ...args)
    const before = await readFileTags(source, container)
    await writeTags({ source, target: studio.path(name) }, before, tags, never)
  }
})

test.each(Object.keys(formats))('%s: what an encoder or we wrote has no fault', async (name) => {
  for (const path of [`bare.${name}`, name])
    expect(await findStructureFault(studio.path(path), containerOf(name))).toBeUndefined()
})

type Break = (bytes: Buffer) => Buffer

const cutIn =
  (share: number): Break =>
  (bytes) =>
    bytes.subarray(0, bytes.length * share)
const insertAt =
  (find: (bytes: Buffer) => number): Break =>
  (bytes) => {
    const at = find(bytes)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('stray'), bytes.subarray(at)])
  }
const grow =
  (box: string, by: number): Break =>
  (bytes) => {
    const at = bytes.indexOf(box) - 4
    bytes.writeUInt32BE(bytes.readUInt32BE(at) + by, at)
    return bytes
  }
const flip =
  (find: (bytes: Buffer) => number): Break =>
  (bytes) => {
    const at = find(bytes)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
    return bytes
  }
const endOfTag = (bytes: Buffer) =>
  10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + bytes.readUInt8(at), 0)

function endOfBlocks(bytes: Buffer) {
  let at = 4
  for (let last = false; !last; at += 4 + bytes.readUIntBE(at + 1, 3))
    last = bytes.readUInt8(at) >= 0x80
  return at
}
const rename =
  (box: string, name: string): Break =>
  (bytes) => {
    bytes.write(name, bytes.lastIndexOf(box))
    return bytes
  }

describe('a broken container is known', () => {
  test.each<[format: string, what: string, fault: RegExp, change: Break]>([
    ['mp3', 'a tag that is longer than it says', /no frame/, insertAt(endOfTag)],
    ['mp3', 'bytes between its frames', /no frame of the tag/, insertAt(() => 10)],
    ['mp3', 'a tag without sound', /no frame/, (bytes) => bytes.subarray(0, endOfTag(bytes))],
    ['mp3', 'a cut tag', /ends behind the file/, (bytes) => bytes.subarray(0, 200)],
    ['flac', 'no mark', /no fLaC/, (bytes) => bytes.subarray(4)],
    ['flac', 'bytes before the first frame', /block|no frame/, insertAt(endOfBlocks)],
    ['flac', 'a cut block', /ends behind/, (bytes) => bytes.subarray(0, 100)],
    ['vorbis', 'a changed byte', /checksum/, flip((bytes) => bytes.length - 10)],
    ['opus', 'bytes between pages', /no page/, insertAt((bytes) => bytes.lastIndexOf('OggS'))],
    [
      'opus',
      'a page that is missing',
      /page \d+ instead of \d+/,
      (bytes) => {
        const at = bytes.indexOf('OggS', 1)
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(bytes.indexOf('OggS', at + 1))])
      },
    ],
    ['m4a', 'a list longer than its box', /no box|bytes that are/, grow('ilst', 3)],
    ['m4a', 'a box shorter than its list', /no box|bytes that are/, grow('udta', -9)],
    ['m4a', 'no handler', /no handler/, rename('hdlr', 'free')],
    [
      'm4a, head first',
      'moved sound',
      /outside of the data/,
      insertAt((b) => b.indexOf('mdat') - 4),
    ],
    ['m4a, head first', 'cut sound', /outside of the data/, cutIn(0.9)],
    ['m4a', 'no head', /0 boxes moov/, cutIn(0.5)],
  ])('%s: %s', async (name, what, fault, change) => {
    const path = studio.path(`${name}, ${what}`)
    await writeFile(path, change(await readFile(studio.path(name))))
    expect(await findStructureFault(path, containerOf(name))).toMatch(fault)
  })
})

test('of nothing, and of what is something else, it says so', async () => {
  for (const container of ['mp3', 'flac', 'ogg', 'm4a'] as const)
    for (const bytes of [Buffer.of(), Buffer.from('no sound at all')]) {
      await writeFile(studio.path('none'), bytes)
      expect(await findStructureFault(studio.path('none'), container)).toBeTypeOf('string')
    }
})

test('sound that begins on the last page of the headers gets a page of its own', async () => {
  const bytes = await readFile(studio.path('vorbis'))
  const pages: OggPage[] = []
  for (let at = 0; at < bytes.length; at += pages.at(-1)?.bytes.length ?? bytes.length)
    pages.push(readPage(bytes.subarray(at)) ?? expect.fail('there is no page'))
  const { pages: heads, serial } = await readOggHead(studio.path('vorbis'))
  const [last, sound] = pages.slice(heads - 1) as [OggPage, OggPage]
  const joined: PageTail = {
    flags: 0,
    granule: Buffer.from(sound.bytes).readBigInt64LE(6),
    lacing: Buffer.concat([last.lacing, sound.lacing]),
    content: Buffer.concat([last.content, sound.content]),
  }
  const rest = pages.slice(heads + 1).map(({ flags, lacing, content, bytes }, index) => {
    const granule = Buffer.from(bytes).readBigInt64LE(6)
    return renderTail({ flags, granule, lacing, content }, serial, heads + index)
  })
  const before = pages.slice(0, heads - 1).map(({ bytes }) => bytes)
  const source = studio.path('joined.ogg')
  await writeFile(
    source,
    Buffer.concat([...before, renderTail(joined, serial, heads - 1), ...rest]),
  )
  expect(await findStructureFault(source, 'ogg')).toBeUndefined()
  const file = await readFileTags(source, 'ogg')
  const target = studio.path('parted.ogg')
  const { notes } = await writeTags({ source, target }, file, { ...file.tags, album: 'New' }, never)
  expect(notes).toEqual([])
  expect(await findStructureFault(target, 'ogg')).toBeUndefined()
  expect((await readFile(target)).includes(Buffer.from(sound.content))).toBe(true)
})
