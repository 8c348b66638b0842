import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFrames } from '../../../src/tags/id3/id3v2-frames.ts'
import { readId3Chunk } from '../../../src/tags/read/layers-around.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { flac, mp3 } from '../../source/library/audio.ts'
import { id3, makeWave, riffChunk } from '../containers/build.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songkeep-around-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function probe(bytes: Uint8Array, name = 'file.mp3') {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return await probeFile(path)
}

const text = (id: string, ...values: readonly string[]) => ({
  id,
  data: Buffer.from(`\x03${values.join('\0')}`),
})
const tag = (...frames: ReturnType<typeof text>[]) => Buffer.from(writeFrames(frames))

/** https://id3.org/ID3v1 */
function id3v1(title: string, track: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write('TAG', 0)
  bytes.write(title, 3)
  bytes.write('1999', 93)
  bytes[126] = track
  bytes[127] = 17
  return bytes
}

function apeItem(name: string, value: string | Uint8Array, flags = 0): Buffer {
  const bytes = Buffer.from(value)
  const head = Buffer.alloc(8)
  head.writeUInt32LE(bytes.length, 0)
  head.writeUInt32LE(flags, 4)
  return Buffer.concat([head, Buffer.from(`${name}\0`), bytes])
}

function ape(items: readonly Buffer[], claim = 0): Buffer {
  const content = Buffer.concat(items)
  const end = (isHeader: boolean) => {
    const bytes = Buffer.alloc(32)
    bytes.write('APETAGEX', 0)
    bytes.writeUInt32LE(2000, 8)
    bytes.writeUInt32LE(content.length + 32 + claim, 12)
    bytes.writeUInt32LE(items.length, 16)
    bytes.writeUInt32LE(isHeader ? 0xa0000000 : 0x80000000, 20)
    return bytes
  }
  return Buffer.concat([end(true), content, end(false)])
}

describe('tags around the content of a file', () => {
  test('ID3v1 alone', async () => {
    const { tags } = await probe(Buffer.concat([mp3(), id3v1('Salt', 7)]))
    expect(tags).toMatchObject({ title: 'Salt', trackNumber: 7, date: '1999', genres: ['Rock'] })
  })

  test('ID3v2 counts before APEv2, and that before ID3v1', async () => {
    const items = [
      apeItem('Title', 'of APE'),
      apeItem('Album Artist', 'A\0B'),
      apeItem('Year', '2001'),
    ]
    const bytes = [tag(text('TIT2', 'of ID3v2')), mp3(), ape(items), id3v1('of ID3v1', 7)]
    const { tags } = await probe(Buffer.concat(bytes))
    expect(tags).toMatchObject({
      title: 'of ID3v2',
      albumArtists: ['A', 'B'],
      date: '2001',
      trackNumber: 7,
    })
  })

  test.each([
    ['with a footer', true],
    ['without one', false],
  ])('ID3v2 behind the sound, %s', async (_, hasFooter) => {
    const appended = tag(text('TALB', 'Behind'))
    if (hasFooter) appended.writeUInt8(0x10, 5)
    const footer = Buffer.concat([Buffer.from('3DI'), appended.subarray(3, 10)])
    const parts = [mp3(), appended, ...(hasFooter ? [footer] : []), id3v1('Salt', 7)]
    const { tags } = await probe(Buffer.concat(parts))
    expect(tags).toMatchObject({ album: 'Behind', title: 'Salt' })
  })

  test('an APEv2 tag that claims more than there is', async () => {
    const bytes = [tag(text('TIT2', 'Salt')), mp3(), ape([apeItem('Album', 'B')], 1e9)]
    expect((await probe(Buffer.concat(bytes))).tags).toMatchObject({ title: 'Salt' })
  })

  test('a FLAC behind a large tag is a FLAC, and its own comments count', async () => {
    const before = tag(
      text('TIT2', 'of ID3'),
      text('TALB', 'B'),
      text('TXXX', 'pad', 'x'.repeat(3e4)),
    )
    const bytes = Buffer.concat([before, Buffer.alloc(500), flac({ title: 'Own' })])
    const { tags, audio } = await probe(bytes, 'file.flac')
    expect(tags).toMatchObject({ title: 'Own', album: 'B' })
    expect(audio).toMatchObject({ container: 'FLAC', durationMs: 1000 })
  })
})

test('frames in a chunk of a container', () => {
  const request = { path: '/a', covers: true, measure: false }
  const { layers } = readId3Chunk(tag(text('TIT2', 'Salt'), text('TPE1', 'A', 'B')), request)
  expect(layers).toMatchObject([{ tags: { title: 'Salt', artists: ['A', 'B'] } }])
})

test('people whose part has no place of its own, or who have none, are performers', () => {
  const request = { path: '/a', covers: true, measure: false }
  const people = (...frames: ReturnType<typeof text>[]) =>
    readId3Chunk(tag(...frames), request).layers[0]?.tags
  expect(people(text('TIPL', 'producer', 'P', 'vocal coach', 'V'))).toMatchObject({
    performers: [{ name: 'V', role: 'vocal coach' }],
    extra: { PRODUCER: ['P'] },
  })
  expect(people(text('TMCL', 'Single'))).toMatchObject({ performers: [{ name: 'Single' }] })
})

test('leaves a tag in the last chunk to the container, which believes it more than its own texts', async () => {
  const info = riffChunk('LIST', 'INFO', riffChunk('INAM', 'Info\0'))
  const { tags } = await probe(makeWave(100, info, riffChunk('id3 ', id3({ TIT2: 'Frame' }))))
  expect(tags.title).toBe('Frame')
})
