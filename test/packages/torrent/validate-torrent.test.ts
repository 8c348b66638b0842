import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { validateTorrent } from '../../../src/packages/torrent/validate-torrent.ts'
import { recognisePackage } from '../../../src/packages/unpack/recognise.ts'
import { runCommand } from '../../support/command-line.ts'
import { makeTorrents, writeShape } from './support/make-torrent.ts'

const pieceLength = 16 * 1024
const shape = { 'songs/long': new Uint8Array(5 * pieceLength).fill(1), short: Buffer.from('hello') }

const roots: string[] = []
let root: string
let torrent: string
const inFolder = (path: string) => join(root, 'audio-001', path)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'torrent-checked-'))
  roots.push(root)
  torrent = join(root, 'audio-001.torrent')
  writeShape(join(root, 'audio-001'), shape)
  const options = { name: 'audio-001', pieceLength }
  const made = await makeTorrents(join(root, 'audio-001'), Object.keys(shape), options)
  await writeFile(torrent, made.hybrid.bytes)
  await writeFile(join(root, 'audio-001-v1.torrent'), made.v1.bytes)
})
afterAll(() => Promise.all(roots.map((each) => rm(each, { recursive: true }))))

/** The long file, with other bytes in these pieces. */
function damage(...pieces: readonly number[]) {
  const bytes = Uint8Array.from(shape['songs/long'])
  for (const piece of pieces) bytes[piece * pieceLength] = 0
  return writeFile(inFolder('songs/long'), bytes)
}

const cases: readonly [string, () => Promise<unknown>, readonly object[]][] = [
  ['whole', async () => {}, []],
  [
    'damaged in two places',
    () => damage(0, 1, 3),
    [{ path: 'songs/long', reason: { params: { ranges: ['0–32767', '49152–65535'] } } }],
  ],
  [
    'longer',
    () => writeFile(inFolder('short'), 'hello!'),
    [{ path: 'short', reason: { code: 'package.torrent-other-length' } }],
  ],
  [
    'a file is gone',
    () => rm(inFolder('short')),
    [{ path: 'short', reason: { code: 'package.file-missing' } }],
  ],
  [
    'its folder is elsewhere',
    () => rename(join(root, 'audio-001'), join(root, 'Other')),
    [{ path: '', reason: { code: 'package.torrent-without-folder' } }],
  ],
  [
    'no torrent at all',
    () => writeFile(torrent, 'not bencoded'),
    [{ path: '', reason: { code: 'package.torrent-unread' } }],
  ],
  [
    'of the first version',
    () => rename(join(root, 'audio-001-v1.torrent'), torrent),
    [
      {
        path: '',
        reason: { code: 'package.torrent-unread', params: { why: 'It is of another version.' } },
      },
    ],
  ],
]

test.each(cases)('%s', async (_, change, faults) => {
  await change()
  expect(await validateTorrent(torrent)).toMatchObject(faults)
})

test('a torrent of a single file lies beside that file', async () => {
  const folder = join(root, 'one')
  writeShape(folder, { song: shape.short })
  const { hybrid } = await makeTorrents(folder, ['song'], { name: 'song', pieceLength })
  await writeFile(join(folder, 'song.torrent'), hybrid.bytes)
  expect(await validateTorrent(join(folder, 'song.torrent'))).toEqual([])
  await writeFile(join(folder, 'song'), 'hallo')
  expect(await validateTorrent(join(folder, 'song.torrent'))).toMatchObject([{ path: 'song' }])
})

test('is told by songkeep verify, in lines for programs', async () => {
  expect(await recognisePackage(torrent)).toBe('torrent')
  expect(await recognisePackage(join(root, 'gone.torrent'))).toBeUndefined()
  const cache = join(root, 'cache')
  expect(await runCommand(['verify', torrent], cache)).toMatchObject({ code: 0 })
  await damage(2)
  const { code, stdout } = await runCommand(['verify', torrent, '--json'], cache)
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ severity: 'error', path: 'songs/long' })
  const unpacked = await runCommand(['unpack', torrent, '--out', join(root, 'out')], cache)
  expect(unpacked.code).toBe(2)
})
