import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choosePieceLength } from '../../../src/packages/torrent/piece-length.ts'
import { readTorrent } from '../../../src/packages/torrent/read-torrent.ts'
import { hasLibtorrent, makeTorrents, startLibtorrent, writeShape } from './support/make-torrent.ts'

const KIB = 1024
const name = fc.oneof(
  fc.constantFrom('a', 'a.b', 'a-b', 'A', 'ä', 'ø', '日本', '😀', 'a b', '.pad', 'ﬃ', 'z~'),
  fc.stringMatching(/^[a-zA-Z0-9 ._+-]{1,12}$/).filter((text) => !/^\.+$/.test(text)),
)
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
const size = fc.oneof(
  fc.constantFrom(
    0,
    1,
    16 * KIB - 1,
    16 * KIB,
    16 * KIB + 1,
    64 * KIB,
    64 * KIB + 1,
    256 * KIB,
    100_000,
  ),
  fc.integer({ min: 0, max: 200 * KIB }),
)
const file = fc.record({ path, size })

/** Paths to sizes. No file has the name of a folder. */
const folders = fc
  .array(file, { minLength: 1, maxLength: 12 })
  .map((files) => {
    const sizes = new Map<string, number>()
    for (const each of files) {
      const isTaken = [...sizes.keys()].some((other) =>
        [`${other}/`.startsWith(`${each.path}/`), `${each.path}/`.startsWith(`${other}/`)].some(
          Boolean,
        ),
      )
      if (!isTaken) sizes.set(each.path, each.size)
    }
    return [...sizes]
  })
  // libtorrent makes none of nothing.
  .filter((sizes) => sizes.some(([, bytes]) => bytes > 0))
const fill = (bytes: number, seed: number) =>
  Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + seed) % 251)
const pieceLength = fc.constantFrom(16, 32, 64, 128).map((kib) => kib * KIB)
const webSeeds = fc.constantFrom<readonly string[]>(
  [],
  ['https://a.example/'],
  ['https://a.example/', 'http://b/'],
)

describe.skipIf(!hasLibtorrent)('torrents beside libtorrent’s of the same folder', () => {
  test('1,000 folders: the same bytes, both versions and the first alone', async () => {
    using libtorrent = startLibtorrent()
    const root = mkdtempSync(join(tmpdir(), 'torrents-'))
    let count = 0
    const check = async (sizes: [string, number][], length: number, seeds: readonly string[]) => {
      const called = `folder ${count++}`
      const folder = join(root, called)
      writeShape(
        folder,
        Object.fromEntries(sizes.map(([name, bytes], at) => [name, fill(bytes, at % 3)])),
      )
      const paths = sizes.map(([name]) => name)
      const options = { name: called, pieceLength: length, webSeeds: seeds }
      const { hybrid, v1 } = await makeTorrents(folder, paths, options)
      const asked = { folder, pieceLength: length, webSeeds: seeds }
      expect(Buffer.compare(hybrid.bytes, await libtorrent.ask(asked))).toBe(0)
      const first = await libtorrent.ask({ ...asked, version: 1, files: paths })
      expect(Buffer.compare(v1.bytes, first)).toBe(0)
      expect(readTorrent(hybrid.bytes)).toMatchObject({
        infoHashV1: hybrid.infoHashV1,
        infoHashV2: hybrid.infoHashV2,
        webSeeds: seeds,
      })
      rmSync(folder, { recursive: true })
    }
    try {
      await fc.assert(fc.asyncProperty(folders, pieceLength, webSeeds, check), { numRuns: 1000 })
    } finally {
      rmSync(root, { recursive: true })
    }
    expect(count).toBeGreaterThanOrEqual(1000)
  })

  test('pieces are as long as libtorrent would have them', async () => {
    using libtorrent = startLibtorrent()
    const root = mkdtempSync(join(tmpdir(), 'torrents-'))
    try {
      for (const bytes of [1, 2_684_355, 2_684_356, 10_737_418, 10_737_419]) {
        const folder = join(root, String(bytes))
        writeShape(folder, { 'a.bin': new Uint8Array(bytes), 'b.bin': new Uint8Array(0) })
        const made = readTorrent(await libtorrent.ask({ folder, pieceLength: 0 }))
        expect([bytes, choosePieceLength(bytes)]).toEqual([bytes, made.pieceLength])
      }
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
