import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../../src/tags/write/write-tags.ts'
import { mp3 } from '../../source/library/audio.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songkeep-id3-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const uint32 = (value: number) => Buffer.of(value >>> 24, value >>> 16, value >>> 8, value)
const syncSafe = (size: number) =>
  Buffer.of(size >>> 21, (size >>> 14) & 0x7f, (size >>> 7) & 0x7f, size & 0x7f)
const withZeros = (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll('\xff', '\xff\0'), 'latin1')

interface FrameOptions {
  readonly format?: number
  readonly size?: (length: number) => Buffer
}

const frame = (id: string, data: Buffer, { format = 0, size = uint32 }: FrameOptions = {}) =>
  Buffer.concat([Buffer.from(id, 'latin1'), size(data.length), Buffer.of(0, format), data])

const tag = (version: number, flags: number, ...content: readonly Buffer[]) => {
  const bytes = Buffer.concat(content)
  return Buffer.concat([
    Buffer.from('ID3'),
    Buffer.of(version, 0, flags),
    syncSafe(bytes.length),
    bytes,
  ])
}

const latin = (text: string) => Buffer.concat([Buffer.of(0), Buffer.from(text, 'latin1')])
const little = (text: string) => Buffer.from(text, 'utf16le')
const big = (text: string) => little(text).swap16()
const artist = (options?: FrameOptions) => frame('TPE1', latin('Möwen'), options)
const long = 'x'.repeat(300)
const four = { size: syncSafe }
const last = artist(four)

/** Each has the artist behind what is odd: the rest of the tag is not lost. */
const cases: Readonly<Record<string, readonly [tag: Buffer, title?: string]>> = {
  'sizes that are plain numbers, as old versions of iTunes wrote them': [
    tag(4, 0, frame('TIT2', latin(long)), artist()),
    long,
  ],
  'such a size of a frame with zeros in it': [
    tag(4, 0, frame('PRIV', Buffer.alloc(20_000)), frame('TIT2', latin('Salt')), artist()),
    'Salt',
  ],
  'right sizes and padding': [
    tag(4, 0, frame('TIT2', latin(long), four), last, Buffer.alloc(500)),
    long,
  ],
  "the tag's flag of unsynchronisation alone": [
    tag(4, 0x80, frame('TIT2', withZeros(latin('\xff\xffa')), four), last),
    'ÿÿa',
  ],
  'unsynchronisation of a frame, with its length': [
    tag(
      4,
      0,
      frame('TIT2', Buffer.concat([syncSafe(4), withZeros(latin('\xff\xffa'))]), {
        format: 3,
        ...four,
      }),
      last,
    ),
    'ÿÿa',
  ],
  'unsynchronisation of a whole tag of ID3v2.3': [
    tag(3, 0x80, withZeros(Buffer.concat([frame('TIT2', latin('\xff\xffa')), artist()]))),
    'ÿÿa',
  ],
  'an extended header of ID3v2.3': [
    tag(3, 0x40, uint32(6), Buffer.alloc(6), frame('TIT2', latin('Salt')), artist()),
    'Salt',
  ],
  'an extended header of ID3v2.4': [
    tag(4, 0x40, syncSafe(6), Buffer.of(1, 0), frame('TIT2', latin('Salt'), four), last),
    'Salt',
  ],
  'the flag of an extended header that is not there': [
    tag(4, 0x40, frame('TIT2', latin('Salt'), four), last),
    'Salt',
  ],
  'UTF-16 without a mark': [
    tag(3, 0, frame('TIT2', Buffer.concat([Buffer.of(1), little('Salt')])), artist()),
    'Salt',
  ],
  'the same with the upper byte first': [
    tag(3, 0, frame('TIT2', Buffer.concat([Buffer.of(1), big('Salt')])), artist()),
    'Salt',
  ],
  'UTF-16 with a mark, an end and half a letter': [
    tag(
      3,
      0,
      frame('TIT2', Buffer.concat([Buffer.of(1), big('\ufeffSalt\0'), Buffer.of(0)])),
      artist(),
    ),
    'Salt',
  ],
  'a text without an encoding': [tag(3, 0, frame('TIT2', Buffer.from('Salt')), artist()), 'Salt'],
  'a compressed frame of ID3v2.3': [
    tag(
      3,
      0,
      frame('TIT2', Buffer.concat([uint32(5), deflateSync(latin('Salt'))]), { format: 0x80 }),
      artist(),
    ),
    'Salt',
  ],
  'a compressed frame of ID3v2.4': [
    tag(
      4,
      0,
      frame('TIT2', Buffer.concat([syncSafe(5), deflateSync(latin('Salt'))]), {
        format: 9,
        ...four,
      }),
      last,
    ),
    'Salt',
  ],
  'one that does not give its length': [
    tag(4, 0, frame('TIT2', deflateSync(latin('Salt')), { format: 8, ...four }), last),
    'Salt',
  ],
  'names of ID3v2.2 with a NUL, and of iTunes with a space': [
    tag(3, 0, frame('TT2\0', latin('Salt')), frame('TSP ', latin('Moewen')), artist()),
    'Salt',
  ],
  'a name of ID3v2.2 that nobody knows': [
    tag(3, 0, frame('XYZ\0', latin('?')), frame('TIT2', latin('Salt')), artist()),
    'Salt',
  ],
  'an empty frame': [
    tag(3, 0, frame('TALB', Buffer.of()), frame('TIT2', latin('Salt')), artist()),
    'Salt',
  ],
  'two tags, of which the first counts': [
    Buffer.concat([
      tag(3, 0, frame('TIT2', latin('Salt'))),
      tag(4, 0, frame('TIT2', latin('Other'), four), last),
    ]),
    'Salt',
  ],
  'an encrypted frame': [tag(4, 0, frame('TIT2', latin('Salt'), { format: 4, ...four }), last), ''],
}

async function write(name: string, ...parts: readonly Buffer[]) {
  const path = join(folder, `${name.slice(0, 40)}.mp3`)
  await writeFile(path, Buffer.concat(parts))
  return path
}

describe('a tag with', () => {
  test.each(Object.entries(cases))('%s', async (name, [bytes, title]) => {
    const { tags } = await probeFile(await write(name, bytes, mp3()))
    expect(tags).toMatchObject({ title, artists: ['Möwen'] })
  })

  test('a frame that cannot be read says so', async () => {
    const [bytes] = cases['an encrypted frame'] ?? [Buffer.of()]
    const { notes } = await probeFile(await write('told', bytes, mp3()))
    expect(notes).toEqual([reason('media.frames-encrypted', { frames: ['TIT2'] })])
  })

  test('texts of another encoding is mended in the copy too, and told', async () => {
    const title = Buffer.from('00c7e5ebb8ede0ff20e4e2e5f0fc', 'hex')
    const singer = Buffer.from('00d2e8f5e8e920c1e5f0e5e3', 'hex')
    const bytes = tag(3, 0, frame('TIT2', title), frame('TPE1', singer))
    const source = await write('legacy', bytes, mp3())
    const { notes } = await probeFile(source)
    expect(notes).toEqual([reason('media.tag-encoding', { encoding: 'windows-1251' })])
    const before = await readFileTags(source, 'mp3')
    const target = join(folder, 'mended.mp3')
    await writeTags({ source, target }, before, before.tags, new AbortController().signal)
    expect((await readFile(target)).includes('Зелёная дверь')).toBe(true)
    const { tags, notes: none } = await probeFile(target)
    expect([tags.title, tags.artists, none]).toEqual(['Зелёная дверь', ['Тихий Берег'], []])
  })

  test('thousands of values is read in time', async () => {
    const values = Array.from({ length: 20_000 }, (_, i) => `Value ${i}`)
    const bytes = tag(4, 0, frame('TXXX', latin(`MANY\0${values.join('\0')}`), four), last)
    const { tags } = await probeFile(await write('many', bytes, mp3()))
    expect(tags.extra).toEqual({ MANY: values })
  })

  test('any bytes in it is read, and does no harm', async () => {
    const mutants = fc
      .tuple(
        fc.constantFrom(...Object.values(cases).map(([bytes]) => bytes)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat(400)),
      )
      .map(([whole, changes, end]) => {
        const bytes = Buffer.from(end === null ? whole : whole.subarray(0, end))
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(mutants, fc.boolean(), async (bytes, isBehind) => {
        const parts = isBehind ? [mp3(), bytes] : [bytes, mp3()]
        const { tags } = await probeFile(await write('mutant', ...parts))
        expect(Array.isArray(tags.artists)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
