import { readFile, writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanMp3 } from '../../src/media/mp3/frames.ts'
import type { Tags } from '../../src/model/media.ts'
import type { Id3Frame } from '../../src/tags/id3/id3v2-frame.ts'
import { writeFrames } from '../../src/tags/id3/id3v2-frames.ts'
import { readFrames, tagSize } from '../../src/tags/id3/id3v2-tags.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { jpegHead } from './pictures.ts'

const studio = openStudio()
const mp3 = ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3']
const bare = () => studio.record('bare.mp3', makeWav({ seconds: 0.3 }), ...mp3)

const latin = (text: string) => Buffer.concat([Buffer.of(0), Buffer.from(text, 'latin1')])
const utf16 = (text: string) =>
  Buffer.concat([Buffer.of(1, 0xff, 0xfe), Buffer.from(text, 'utf16le')])

/** A tag as an older program writes it; frames in the given version's form. */
function oldTag(version: 3 | 4, frames: readonly (readonly [string, Uint8Array, number?])[]) {
  const rendered = frames.map(([id, data, flags = 0]) => {
    const header = Buffer.alloc(10)
    header.write(id, 'latin1')
    if (version === 3) header.writeUInt32BE(data.length, 4)
    else header.set(syncSafe(data.length), 4)
    header.writeUInt16BE(flags, 8)
    return Buffer.concat([header, data])
  })
  const content = Buffer.concat([...rendered, Buffer.alloc(200)])
  return Buffer.concat([
    Buffer.from('ID3'),
    Buffer.of(version, 0, 0),
    syncSafe(content.length),
    content,
  ])
}

const syncSafe = (size: number) =>
  Buffer.of(size >>> 21, (size >>> 14) & 0x7f, (size >>> 7) & 0x7f, size & 0x7f)

async function retag(tag: Buffer, name: string, change: (tags: Tags) => Tags, tail = Buffer.of()) {
  const source = studio.path(`${name}.mp3`)
  const target = studio.path(`${name}.new.mp3`)
  await writeFile(source, Buffer.concat([tag, await readFile(await bare()), tail]))
  const start = (await scanMp3(source))?.start ?? 0
  const before = await readFileTags(source, 'mp3', start)
  await writeTags({ source, target }, before, change(before.tags), never)
  return {
    before: before.tags,
    after: (await probeFile(target)).tags,
    bytes: await readFile(target),
  }
}

const popm = Buffer.concat([Buffer.from('me@example.org\0'), Buffer.of(196, 0, 0, 0, 7)])
const pixel = jpegHead(1, 1).toString('latin1')
const users: readonly (readonly [string, Uint8Array])[] = [
  ['TPE1', utf16('AC/DC')],
  ['TIT2', utf16('Titel')],
  ['POPM', popm],
  ['COMM', Buffer.concat([latin('eng'), Buffer.from('\0my comment')])],
  ['USLT', Buffer.concat([latin('deu'), Buffer.from('\0Zeile 1\nZeile 2')])],
  ['TXXX', utf16('replaygain_track_gain\0\ufeff-3.2 dB')],
  ['WXXX', Buffer.concat([latin('home\0'), Buffer.from('http://example.org')])],
  ['WOAR', Buffer.from('http://artist.example')],
  ['PRIV', Buffer.from('owner\0\x01\xff', 'latin1')],
  ['GEOB', Buffer.from('\0text/plain\0a.txt\0d\0data\xff\xfb', 'latin1')],
  ['UFID', Buffer.from('http://musicbrainz.org\0abc')],
  ['CHAP', Buffer.concat([Buffer.from('c1\0'), Buffer.alloc(16, 0xff)])],
  ['XYZ9', Buffer.from('nobody knows what this is')],
  ['APIC', Buffer.from(`\0image/jpeg\0\x04back\0${pixel}`, 'latin1')],
  ['APIC', Buffer.from(`\0image/jpeg\0\x03front\0${pixel}`, 'latin1')],
]

describe('what the user wrote is not lost', () => {
  test.each([3, 4] as const)('from ID3v2.%i', async (version) => {
    const tag = oldTag(version, users)
    const { after, bytes } = await retag(tag, `users${version}`, (tags) => ({
      ...tags,
      album: 'Filled in',
    }))
    const frames = readFrames(bytes)
    const found = (id: string, data: Uint8Array) =>
      frames.some((frame) => frame.id === id && Buffer.compare(frame.data, data) === 0)
    for (const [id, data] of users) expect(found(id, data), `${id} is there unchanged`).toBe(true)
    expect(frames).toHaveLength(users.length + 1)
    expect(after).toMatchObject({
      title: 'Titel',
      artists: ['AC/DC'],
      album: 'Filled in',
      lyrics: 'Zeile 1\nZeile 2',
      cover: { mime: 'image/jpeg' },
      trackGainDb: -3.2,
    })
  })

  test('what changes is replaced, once', async () => {
    const { after, bytes } = await retag(oldTag(3, users), 'changed', (tags) => ({
      ...tags,
      title: 'Anders',
      trackGainDb: 1,
    }))
    expect(after).toMatchObject({ title: 'Anders', trackGainDb: 1 })
    expect(readFrames(bytes)).toHaveLength(users.length)
  })

  test('what is no more is taken away, and nothing else', async () => {
    const { after, bytes } = await retag(oldTag(4, users), 'gone', (tags) => {
      const { lyrics, trackGainDb, ...rest } = tags
      return rest
    })
    for (const field of ['lyrics', 'trackGainDb']) expect(after).not.toHaveProperty(field)
    const left = readFrames(bytes).map(({ id }) => id)
    expect(left).not.toContain('USLT')
    expect(left).toHaveLength(users.length - 2)
  })

  test('the date of ID3v2.3, in three frames, becomes one', async () => {
    const dated = oldTag(3, [
      ['TYER', latin('2001')],
      ['TDAT', latin('0302')],
      ['TIME', latin('1230')],
      ['TORY', latin('1969')],
    ])
    const { after, bytes } = await retag(dated, 'dated', (tags) => tags)
    expect(after.date).toBe('2001-02-03')
    const texts = readFrames(bytes).map(({ id, data }) => `${id} ${Buffer.from(data.subarray(1))}`)
    expect(texts.sort()).toEqual(['TDOR 1969', 'TDRC 2001-02-03T12:30'])
  })

  test('packed, grouped and unsynchronised frames are unpacked', () => {
    const text = latin('packed title')
    const size = Buffer.alloc(4)
    size.writeUInt32BE(text.length)
    const packed = Buffer.concat([size, deflateSync(text)])
    const grouped = Buffer.concat([Buffer.of(0x90), latin('grouped')])
    const three = oldTag(3, [
      ['TIT2', packed, 0x0080],
      ['TALB', grouped, 0x0020],
    ])
    expect(plain(readFrames(three))).toEqual(
      plain([
        { id: 'TIT2', data: text },
        { id: 'TALB', data: grouped, grouped: true },
      ]),
    )
    const four = oldTag(4, [
      ['TIT2', Buffer.concat([syncSafe(text.length), deflateSync(text)]), 0x0009],
      ['PRIV', Buffer.from('o\0\xff\x00\xe0', 'latin1'), 0x0002],
      ['TALB', Buffer.concat([Buffer.of(0x90), syncSafe(8), latin('grouped')]), 0x0041],
    ])
    expect(plain(readFrames(four))).toEqual(
      plain([
        { id: 'TIT2', data: text },
        { id: 'PRIV', data: Buffer.from('o\0\xff\xe0', 'latin1') },
        { id: 'TALB', data: grouped, grouped: true },
      ]),
    )
  })

  test('tags behind the audio stay to the byte', async () => {
    const id3v1 = Buffer.alloc(128)
    id3v1.write('TAGOld title')
    const { after, bytes } = await retag(
      Buffer.of(),
      'v1',
      (tags) => ({ ...tags, album: 'B' }),
      id3v1,
    )
    expect(bytes.subarray(-128)).toEqual(id3v1)
    expect(after).toMatchObject({ title: 'Old title', album: 'B' })
    expect(readFrames(bytes).map(({ id }) => id)).toEqual(expect.arrayContaining(['TIT2', 'TALB']))
  })

  test('two tags in a row become one', async () => {
    const first = oldTag(3, [['TIT2', latin('first')]])
    const second = oldTag(4, [
      ['TIT2', latin('second')],
      ['TALB', latin('album')],
    ])
    const { after, bytes } = await retag(Buffer.concat([first, second]), 'two', (tags) => tags)
    expect(after).toMatchObject({ title: 'first', album: 'album' })
    expect((await readFile(await bare())).equals(bytes.subarray(tagSize(bytes)))).toBe(true)
  })
})

/** Bytes compare as numbers: a Buffer is no other fact than a Uint8Array. */
const plain = (frames: readonly Id3Frame[]) =>
  frames.map((frame) => ({ ...frame, data: [...frame.data] }))

describe('frames of any tag', () => {
  const frame: fc.Arbitrary<Id3Frame> = fc.record({
    id: fc.stringMatching(/^[A-Z][A-Z0-9]{3}$/),
    data: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  })

  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1 }), (frames) => {
        expect(plain(readFrames(writeFrames(frames)))).toEqual(plain(frames))
      }),
    )
  })

  test('do no harm, whatever they hold', () => {
    const mutated = fc.tuple(
      fc.constantFrom(oldTag(3, users), oldTag(4, users)),
      fc.array(fc.tuple(fc.nat(800), fc.nat(255))),
    )
    fc.assert(
      fc.property(mutated, ([tag, changes]) => {
        const bytes = Buffer.from(tag)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const frames = readFrames(bytes)
        expect(plain(readFrames(writeFrames(frames)))).toEqual(plain(frames))
      }),
      { numRuns: 500 },
    )
  })
})
