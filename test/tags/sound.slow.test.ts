import { appendFile, readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { digestSound } from '../../src/tags/read/probe-file.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { sha256 } from '../archive/support/sample.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { png } from './pictures.ts'

const studio = openStudio()

const kinds: readonly [name: string, container: Container, ...args: string[]][] = [
  ['bare.mp3', 'mp3', '-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3'],
  ['bare.flac', 'flac', '-c:a', 'flac', '-f', 'flac'],
  ['bare.vorbis', 'ogg', '-c:a', 'libvorbis', '-f', 'ogg'],
  ['bare.opus', 'ogg', '-c:a', 'opus', '-strict', 'experimental', '-f', 'opus'],
  ['bare.m4a', 'm4a', '-c:a', 'aac', '-f', 'ipod'],
  ['first.m4a', 'm4a', '-c:a', 'aac', '-movflags', '+faststart', '-f', 'ipod'],
]

beforeAll(async () => {
  const wav = makeWav({ seconds: 0.3 })
  for (const [name, , ...args] of kinds) await studio.record(name, wav, ...args)
})

let count = 0

async function retag(source: string, container: Container, words: string, cover: boolean) {
  const target = studio.path(`retagged ${++count}`)
  const before = await readFileTags(source, container)
  const picture = cover ? { mime: 'image/png' as const, bytes: png() } : undefined
  const extra = { WORDS: [words] }
  const tags = { ...before.tags, title: words.slice(0, 100), cover: picture, extra }
  await writeTags({ source, target }, before, tags, never)
  return target
}

// Long words take pages of their own in Ogg, and move all that stands behind them.
const words = fc.integer({ min: 1, max: 140_000 }).map((length) => 'word.'.repeat(length / 5 + 1))

test.each(kinds)('%s: new tags leave the digest of the sound as it is', async (name, container) => {
  const digest = await digestSound(studio.path(name))
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  await fc.assert(
    fc.asyncProperty(words, words, fc.boolean(), async (first, second, cover) => {
      const once = await retag(studio.path(name), container, first, cover)
      const twice = await retag(once, container, second, !cover)
      expect([await digestSound(once), await digestSound(twice)]).toEqual([digest, digest])
    }),
    { numRuns: 5 },
  )
})

test.each(kinds)('%s: one changed byte of the sound changes it', async (name, container) => {
  const tagged = await retag(studio.path(name), container, 'Words', true)
  const [bytes, digest] = [await readFile(tagged), await digestSound(tagged)]
  const [from, to] = soundIn(bytes, container)
  const changed = studio.path('changed')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: from, max: to - 1 }), async (at) => {
      await writeFile(changed, bytes.with(at, (bytes[at] ?? 0) ^ 1))
      expect(await digestSound(changed).catch(() => undefined)).not.toBe(digest)
    }),
    { numRuns: 20 },
  )
})

/** Where there is nothing but sound. */
function soundIn(bytes: Buffer, container: Container): readonly [number, number] {
  if (container === 'm4a') {
    const at = bytes.indexOf('mdat')
    return [at + 4, at - 4 + bytes.readUInt32BE(at - 4)]
  }
  // The last page of Ogg, behind its header.
  if (container === 'ogg') return [bytes.lastIndexOf('OggS') + 27 + 255, bytes.length]
  return [bytes.length - 1000, bytes.length]
}

test('of an MP3 it is the digest of its frames, whatever stands behind them', async () => {
  const path = await retag(studio.path('bare.mp3'), 'mp3', 'Words', true)
  const frames = sha256(await readFile(studio.path('bare.mp3')))
  expect(await digestSound(path)).toBe(frames)
  await appendFile(path, Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]))
  expect(await digestSound(path)).toBe(frames)
})

test('there is none of a file that is no sound', async () => {
  const path = studio.path('text.txt')
  await writeFile(path, 'no sound')
  expect(await digestSound(path)).toBeUndefined()
})
