import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAudioFile } from '../../../src/source/library/read-file.ts'
import { english } from '../../../src/words/english.ts'
import { flac, mp3, mp3OfAge, oggOpus, oggVorbis, wav } from './audio.ts'

const { signal } = new AbortController()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songkeep-read-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const facts = {
  title: 'A Title',
  artists: ['An Artist', 'Another'],
  album: 'An Album',
  date: '2001',
  track: '1/2',
  isrc: 'GBAYE0601498',
  licence: 'CC BY',
}
const samples: readonly (readonly [string, Buffer])[] = [
  ['mp3', mp3(facts)],
  ['flac', flac(facts)],
  ['ogg', oggVorbis(facts)],
  ['opus', oggOpus(facts)],
  ['wav', wav()],
]
const extensions = [
  ...samples.map(([extension]) => extension),
  'm4a',
  'wma',
  'ape',
  'wv',
  'mpc',
  'aiff',
  'dsf',
  'mka',
  'aac',
]

/** A whole file with some bytes changed, and perhaps cut. */
const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
    fc.option(fc.nat(600)),
  )
  .map(([[extension, whole], changes, end]) => {
    const bytes = Buffer.from(end === null ? whole : whole.subarray(0, end))
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    return [extension, bytes] as const
  })
const random = fc.tuple(
  fc.constantFrom(...extensions),
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
)

describe('any bytes', () => {
  test('are read or told to be unreadable, and never do harm', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, random), async ([extension, bytes]) => {
        const file = join(folder, `any.${extension}`)
        await writeFile(file, bytes)
        const reading = await readAudioFile(file, signal)
        if (reading.kind === 'unreadable') {
          expect(reading.lasting).toBe(true)
          expect(english(reading.reason)).toMatch(/^\P{Cc}{10,300}$/u)
          return
        }
        read++
        const { title, artists, albumArtists = [], album, durationMs, year, isrc } = reading.facts
        for (const text of [title, album, ...artists, ...albumArtists])
          if (text !== undefined) expect(text).toMatch(/^\P{Cc}{1,1000}$/su)
        if (durationMs !== undefined) expect(durationMs).toBeGreaterThan(0)
        if (durationMs !== undefined) expect(Number.isInteger(durationMs)).toBe(true)
        if (year !== undefined) expect(String(year)).toMatch(/^\d{4}$/)
        if (isrc !== undefined) expect(isrc).toMatch(/^[A-Z]{2}[A-Z\d]{3}\d{7}$/)
      }),
      { numRuns: 400 },
    )
    expect(read).toBeGreaterThan(20)
  })
})

test.each(extensions)('4 GB of nothing named .%s are given up soon', async (extension) => {
  const file = join(folder, `huge.${extension}`)
  await writeFile(file, '')
  await truncate(file, 4 * 2 ** 30)
  const before = process.memoryUsage().rss
  expect(await readAudioFile(file, signal)).toMatchObject({ kind: 'unreadable' })
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
  await rm(file)
})

test('a tag that claims more than there is', async () => {
  const file = join(folder, 'claim.flac')
  const bytes = flac(facts)
  bytes.writeUInt32LE(0xffffffff, 46)
  await writeFile(file, bytes)
  expect(await readAudioFile(file, signal)).toMatchObject({
    kind: 'read',
    facts: { artists: [], durationMs: 1000 },
  })
})

test('MP3 of varying bit rate without an index is counted', async () => {
  const [slow, fast] = [Buffer.alloc(417), Buffer.alloc(1044)]
  slow.set([0xff, 0xfb, 0x90, 0x00])
  fast.set([0xff, 0xfb, 0xe0, 0x00])
  const file = join(folder, 'varying.mp3')
  await writeFile(
    file,
    Buffer.concat(Array.from({ length: 400 }, (_, at) => (at % 2 ? slow : fast))),
  )
  const reading = await readAudioFile(file, signal)
  expect(reading).toMatchObject({ kind: 'read', facts: { durationMs: expect.any(Number) } })
  if (reading.kind !== 'read') return
  const length = (400 * 1152 * 1000) / 44_100
  expect(Math.abs((reading.facts.durationMs ?? 0) - length)).toBeLessThan(60)
})

test('what cannot be opened may be open to read another time', async () => {
  expect(await readAudioFile(join(folder, 'gone.mp3'), signal)).toMatchObject({
    kind: 'unreadable',
    lasting: false,
  })
})

test('a folder in its place is unreadable', async () => {
  expect(await readAudioFile(folder, signal)).toMatchObject({ kind: 'unreadable' })
})

test.skipIf(process.platform === 'win32')('a pipe in its place does not hang it', async () => {
  const pipe = join(folder, 'pipe.mp3')
  await promisify(execFile)('mkfifo', [pipe])
  expect(await readAudioFile(pipe, signal)).toMatchObject({ kind: 'unreadable' })
})

test('stops when told to', async () => {
  const file = join(folder, 'stop.mp3')
  await (await open(file, 'w')).close()
  const stopped = AbortSignal.abort()
  await expect(readAudioFile(file, stopped)).rejects.toBe(stopped.reason)
})

describe('ID3 tags of any age', () => {
  const read = async (title: Buffer, artist: Buffer) => {
    const file = join(folder, 'of-age.mp3')
    await writeFile(file, mp3OfAge(title, artist))
    const reading = await readAudioFile(file, signal)
    return reading.kind === 'read' ? [reading.facts.title, reading.facts.artists] : reading
  }

  test('in the encoding of the system that wrote them', async () => {
    // Зелёная дверь, Тихий Берег
    const title = Buffer.from('c7e5ebb8ede0ff20e4e2e5f0fc', 'hex')
    const artist = Buffer.from('d2e8f5e8e920c1e5f0e5e3', 'hex')
    expect(await read(title, artist)).toEqual(['Зелёная дверь', ['Тихий Берег']])
  })

  test('in UTF-8', async () => {
    expect(await read(Buffer.from('Grün'), Buffer.from('Möwen'))).toEqual(['Grün', ['Möwen']])
  })

  test('a slash is part of the name', async () => {
    expect(await read(Buffer.from('Salt'), Buffer.from('XY/ZQ'))).toEqual(['Salt', ['XY/ZQ']])
  })
})
