import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BencodeError, decode } from '../../../src/packages/torrent/bencode/decode.ts'
import { bencode } from '../../../src/packages/torrent/bencode/encode.ts'
import { checkFolder } from '../../../src/packages/torrent/check-folder.ts'
import { TorrentError } from '../../../src/packages/torrent/fields.ts'
import { VolumeHasher } from '../../../src/packages/torrent/hash-volume.ts'
import { magnetOf } from '../../../src/packages/torrent/magnet.ts'
import { pieceSink } from '../../../src/packages/torrent/piece-sink.ts'
import { readTorrent } from '../../../src/packages/torrent/read-torrent.ts'
import { type MadeTorrents, makeTorrents, writeShape } from './support/make-torrent.ts'

const pieceLength = 16 * 1024
const fill = (bytes: number, seed: number) =>
  Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + seed) % 251)
const shape = {
  a: Buffer.from('hello'),
  'b/block': fill(pieceLength, 1),
  'b/twice': fill(40_000, 0),
  'b/ü': fill(40_000, 0),
  empty: new Uint8Array(0),
}

let root: string
let folder: string
let made: MadeTorrents
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'torrent-'))
  folder = join(root, 'shape')
  writeShape(folder, shape)
  made = await makeTorrents(folder, Object.keys(shape), { name: 'shape', pieceLength })
})
afterAll(() => rm(root, { recursive: true }))

describe('torrents of a folder', () => {
  test('are those of libtorrent 2.0.8, by their hashes', () => {
    expect(made).toMatchObject({
      hybrid: {
        infoHashV1: 'b9169d305e6d0b408e0ef9dcc05bc37042674a00',
        infoHashV2: '065a33cecfc9baa80873126004b1ba769d985331370dc2525da5b6aefe660ed7',
      },
      v1: { infoHashV1: '1343abe599613a619721d2e4813e7297a2ee3b0d' },
    })
  })

  test('are read back', () => {
    const { files, ...rest } = readTorrent(made.hybrid.bytes)
    const { infoHashV1, infoHashV2 } = made.hybrid
    expect(rest).toEqual({ name: 'shape', pieceLength, infoHashV1, infoHashV2, webSeeds: [] })
    expect(files.map(({ path, bytes }) => [path, bytes])).toEqual(
      Object.entries(shape).map(([path, { length }]) => [path, length]),
    )
    expect(magnetOf('a b', made.hybrid)).toBe(
      `magnet:?xt=urn:btih:${infoHashV1}&xt=urn:btmh:1220${infoHashV2}&dn=a%20b`,
    )
  })

  test('do not depend on how the bytes come', () => {
    const bytes = fill(100_000, 3)
    const whole = pieceSink(pieceLength)
    whole.write(bytes)
    const wanted = whole.finish()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 8 }), (cuts) => {
        const sink = pieceSink(pieceLength)
        let at = 0
        for (const cut of [...cuts, bytes.length]) {
          sink.write(bytes.subarray(at, at + cut))
          at = Math.min(bytes.length, at + cut)
        }
        expect(sink.finish()).toEqual(wanted)
      }),
      { numRuns: 50 },
    )
  })

  test('a file with other bytes than wanted leaves no trace', async () => {
    const paths = Object.keys(shape)
    const hasher = new VolumeHasher(folder, { name: 'shape', pieceLength })
    for (const path of paths) {
      expect(await hasher.add('b/twice', '0'.repeat(64))).toBeUndefined()
      expect(await hasher.add(path)).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(hasher.finish()).toMatchObject({ hybrid: made.hybrid, v1: made.v1 })
  })
})

describe('a folder beside its torrent', () => {
  const check = () => Array.fromAsync(checkFolder(folder, readTorrent(made.hybrid.bytes)))
  const change = (path: string, bytes: Uint8Array) => writeFile(join(folder, path), bytes)

  test('is as it says; one changed byte is found, to the piece', async () => {
    expect(await check()).toEqual([])
    for (const [path, at, start, end] of [
      ['a', 4, 0, 5],
      ['b/ü', 16_383, 0, 16_384],
      ['b/ü', 39_999, 32_768, 40_000],
    ] as const) {
      const bytes = Uint8Array.from(shape[path])
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await change(path, bytes)
      expect(await check()).toEqual([{ kind: 'damaged', path, ranges: [{ start, end }] }])
      await change(path, shape[path])
    }
  })

  test('tells what is missing, longer, or a link', async () => {
    await change('a', Buffer.from('hello!'))
    await rm(join(folder, 'empty'))
    await rm(join(folder, 'b'), { recursive: true })
    await symlink(root, join(folder, 'b'))
    expect(await check()).toEqual([
      { kind: 'length', path: 'a', bytes: 6 },
      ...['b/block', 'b/twice', 'b/ü', 'empty'].map((path) => ({ kind: 'missing', path })),
    ])
  })
})

describe('a torrent from anywhere', () => {
  const reading = (bytes: Uint8Array) => () => readTorrent(bytes)
  const torrent = (tree: string, more = '') =>
    Buffer.from(
      `d4:infod9:file tree${tree}12:meta versioni2e4:name1:n12:piece lengthi16384ee12:piece layersd${more}ee`,
    )
  const leaf = 'd0:d6:lengthi0eee'

  test.each([
    ['a number with a zero before it', 'i01e'],
    ['minus nothing', 'i-0e'],
    ['a number too large', 'i99999999999999999e'],
    ['keys out of order', 'd1:b1:x1:a1:ye'],
    ['a key twice', 'd1:a1:x1:a1:ye'],
    ['a string that goes on behind the end', '9:abc'],
    ['a list without an end', 'l1:a'],
    ['bytes behind the end', 'i1ei2e'],
    ['nothing', ''],
    ['a length with a zero before it', '01:a'],
    ['too deep', 'l'.repeat(200) + 'e'.repeat(200)],
  ])('%s is not bencoded', (_, text) => {
    expect(() => decode(Buffer.from(text))).toThrow(BencodeError)
  })

  test.each([
    ['a name that leads out', torrent(`d2:..${leaf}e`)],
    ['a name with a slash', torrent(`d3:a/b${leaf}e`)],
    ['an empty name of a folder', torrent(`d0:d1:a${leaf}ee`)],
    [
      'a name that is no text',
      Buffer.from(torrent(`d1:a${leaf}e`).toString('latin1').replace('1:a', '1:\xff'), 'latin1'),
    ],
    ['a length below nothing', torrent('d1:ad0:d6:lengthi-1eeee')],
    ['no root', torrent('d1:ad0:d6:lengthi9eeee')],
    ['no layer', torrent(`d1:ad0:d6:lengthi99999e11:pieces root32:${'r'.repeat(32)}eee`)],
    [
      'another layer',
      torrent(
        `d1:ad0:d6:lengthi20000e11:pieces root32:${'r'.repeat(32)}eee`,
        `32:${'r'.repeat(32)}64:${'l'.repeat(64)}`,
      ),
    ],
    ['a list', Buffer.from('le')],
  ])('%s is refused', (_, bytes) => {
    expect(reading(bytes)).toThrow(TorrentError)
  })

  test('a changed byte gives one of our errors, or a torrent of safe names', () => {
    const { bytes } = made.hybrid
    const any = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = Uint8Array.from(bytes)
        for (const { at, to } of changes) changed[at] = to
        try {
          for (const { path } of readTorrent(changed).files)
            expect(path).not.toMatch(/^\/|\.\.\/|\0/)
        } catch (error) {
          if (!(error instanceof BencodeError)) expect(error).toBeInstanceOf(TorrentError)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what was bencoded is read as it was', () => {
    const any = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.maxSafeInteger(),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    })).value as fc.Arbitrary<Parameters<typeof bencode>[0]>
    fc.assert(
      fc.property(any, (value) => {
        expect(bencode(decode(bencode(value)).value as typeof value)).toEqual(bencode(value))
      }),
      { numRuns: 100 },
    )
  })
})
