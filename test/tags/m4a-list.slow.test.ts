import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeBox } from '../../src/tags/mp4/mp4-boxes.ts'
import { findStructureFault } from '../../src/tags/structure/find-fault.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { describeMutagen, type MutagenAnswer, readWithMutagen } from '../support/python/mutagen.ts'
import { png } from './pictures.ts'

const studio = openStudio()
const cover = { mime: 'image/png', bytes: png() } as const

const flags = Buffer.alloc(4)
const handler = (kind: string) =>
  writeBox('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.from('appl'), Buffer.alloc(9))
const text = (name: string, value: string) =>
  writeBox(name, writeBox('data', Buffer.of(0, 0, 0, 1, 0, 0, 0, 0), Buffer.from(value)))
const ilst = writeBox('ilst', text('©ART', 'Own Artist'), text('xyz!', 'nobody knows'))
const chapters = writeBox('chpl', Buffer.alloc(87, 1))
const free = writeBox('free', Buffer.alloc(30))
const quickTimeKeys = writeBox(
  'meta',
  handler('mdta'),
  writeBox('keys', Buffer.alloc(8)),
  writeBox('ilst', text('\0\0\0\x01', 'of a key')),
)

/** What follows the tracks in `moov`; whether the list that is there is found. */
const tails: Readonly<Record<string, readonly [tail: readonly Buffer[], hasList: boolean]>> = {
  'no udta': [[], false],
  'an empty udta': [[writeBox('udta')], false],
  'udta with chapters alone': [[writeBox('udta', chapters)], false],
  'meta without a list': [[writeBox('udta', writeBox('meta', flags, handler('mdir')))], false],
  'meta without a handler': [[writeBox('udta', writeBox('meta', flags, ilst))], true],
  'meta with the handler last': [
    [writeBox('udta', writeBox('meta', flags, ilst, handler('mdir')))],
    true,
  ],
  'meta as QuickTime has it': [[writeBox('udta', writeBox('meta', handler('mdir'), ilst))], true],
  'neither handler nor flags': [[writeBox('udta', writeBox('meta', ilst))], true],
  'an empty meta': [[writeBox('udta', writeBox('meta'))], false],
  'a list right in moov': [[writeBox('meta', flags, handler('mdir'), ilst)], true],
  'keys as QuickTime has them': [[quickTimeKeys, writeBox('udta', chapters)], false],
  'keys in udta': [[writeBox('udta', quickTimeKeys, chapters)], false],
  'a terminator behind': [
    [writeBox('udta', writeBox('meta', flags, handler('mdir'), ilst), flags)],
    true,
  ],
  'bytes that are no box': [[writeBox('udta', chapters, Buffer.from('stray'))], false],
  'a list that is cut': [
    [
      writeBox(
        'udta',
        writeBox(
          'meta',
          flags,
          handler('mdir'),
          writeBox('ilst', text('©ART', 'Own Artist'), Buffer.from('\0\0\x40\0oops')),
        ),
      ),
    ],
    true,
  ],
  'free space around': [
    [
      free,
      writeBox('udta', free, writeBox('meta', flags, handler('mdir'), free, ilst, free)),
      free,
    ],
    true,
  ],
  'two udta': [
    [writeBox('udta', chapters), writeBox('udta', writeBox('meta', flags, handler('mdir'), ilst))],
    true,
  ],
}

const orders = { 'head last': [], 'head first': ['-movflags', 'faststart'] } as const
const cases = Object.keys(orders).flatMap((order) =>
  Object.entries(tails).map(([name, [tail, hasList]]) => ({ order, name, tail, hasList })),
)
const pathOf = ({ order, name }: (typeof cases)[number], what: string) =>
  studio.path(`${order}, ${name}, ${what}.m4a`)

/** The file with other boxes behind its tracks, and with offsets of 64 bits where it is asked for. */
async function build(order: string, tail: readonly Buffer[]): Promise<Buffer> {
  const bytes = await readFile(studio.path(`${order}.m4a`))
  const start = bytes.indexOf('moov') - 4
  const end = start + bytes.readUInt32BE(start)
  const udta = bytes.indexOf('udta', start) - 4
  const kept = bytes.subarray(start + 8, udta > start && udta < end ? udta : end)
  const moov = writeBox('moov', kept, ...tail)
  const shift = order === 'head first' ? moov.length - (end - start) : 0
  const table = moov.indexOf('stco') + 8
  for (let i = 1; i <= moov.readUInt32BE(table); i++)
    moov.writeUInt32BE(moov.readUInt32BE(table + 4 * i) + shift, table + 4 * i)
  return Buffer.concat([bytes.subarray(0, start), moov, bytes.subarray(end)])
}

let answers: Readonly<Record<string, MutagenAnswer>> = {}
const sounds = new Map<string, Buffer>()

async function decode(path: string): Promise<Buffer> {
  const output = `${path}.pcm`
  const args = ['-map', '0:a:0', '-f', 's16le', '-c:a', 'pcm_s16le']
  const { code } = await studio.ffmpeg.run(
    { input: path, output, args, timeLimitMs: 60_000 },
    never,
  )
  expect(code).toBe(0)
  return await readFile(output)
}

beforeAll(async () => {
  for (const [order, args] of Object.entries(orders)) {
    const all = ['-c:a', 'aac', ...args, '-f', 'ipod']
    const path = await studio.record(`${order}.m4a`, makeWav({ seconds: 0.5 }), ...all)
    sounds.set(order, await decode(path))
  }
  for (const one of cases) {
    const [source, target] = [pathOf(one, 'old'), pathOf(one, 'new')]
    await writeFile(source, await build(one.order, one.tail))
    const before = await readFileTags(source, 'm4a')
    const tags = { ...before.tags, title: 'New', trackNumber: 7, cover }
    const { notes } = await writeTags({ source, target }, before, tags, never)
    expect(notes).toEqual([])
  }
  const both = cases.flatMap((one) => [pathOf(one, 'old'), pathOf(one, 'new')])
  answers = await readWithMutagen(both)
}, 120_000)

describe('a right list is made where there is none, or another', () => {
  test.each(cases.map((one) => [one.order, one.name, one] as const))(
    '%s, %s',
    async (order, _, one) => {
      const path = pathOf(one, 'new')
      expect(await findStructureFault(path, 'm4a')).toBeUndefined()
      const { tags } = await readFileTags(path, 'm4a')
      expect(tags).toMatchObject({ title: 'New', trackNumber: 7, cover: { mime: 'image/png' } })
      const bytes = await readFile(path)
      expect(bytes.includes(chapters)).toBe(one.tail.some((box) => box.includes(chapters)))
      expect(bytes.includes('nobody knows')).toBe(
        one.tail.some((box) => box.includes('nobody knows')),
      )
      expect(bytes.includes('of a key')).toBe(one.tail.some((box) => box.includes('of a key')))
      if (one.hasList) expect(tags.artists).toEqual(['Own Artist'])
      if (one.name === 'no udta') expect((await decode(path)).equals(sounds.get(order)!)).toBe(true)
    },
  )
})

describeMutagen('a right list is made where there is none, or another', () => {
  test.each(cases.map((one) => [one.order, one.name, one] as const))('%s, %s', (_, __, one) => {
    // It reads no head with a box meta of QuickTime's beside the tracks.
    if (answers[pathOf(one, 'old')]?.error) return
    const found = answers[pathOf(one, 'new')]?.tags ?? {}
    expect(found['©nam']).toEqual(['New'])
    expect(found.trkn).toEqual(['7/0'])
    expect(found.covr).toHaveLength(1)
    if (one.hasList) expect(found['©ART']).toEqual(['Own Artist'])
  })
})
