import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkParity } from '../../../src/fixity/parity/check.ts'
import { ParityFile } from '../../../src/fixity/parity/container.ts'
import { readIndex } from '../../../src/fixity/parity/index-file.ts'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { Folder, noise } from './support/archive.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const shards = { data: 20, parity: 2 }
const file = { path: 'a.mp3', bytes: 1000, sha256: 'a'.repeat(64) }
const head = {
  shards,
  blockBytes: 1024,
  rows: 1,
  polynomial: 0x11d,
  matrix: [new Array(20).fill(1), new Array(20).fill(2)],
  files: [file],
}

/** A parity file around a head: whole by all its own digests, under the name that it has to have. */
function parityFile(text: string, digests = new Uint8Array(3 * 16), parity = 2048) {
  const bytes = Buffer.concat([Buffer.from(`${text}\n`), digests])
  const line = Buffer.from(
    `songkeep-parity 1 ${String(bytes.length).padStart(10, '0')} ${sha256(bytes)}\n`,
  )
  return {
    path: `parity/${sha256(text).slice(0, 16)}.parity`,
    bytes: Buffer.concat([line, bytes, new Uint8Array(parity), bytes, line]),
  }
}

test.each<[string, unknown]>([
  ['no object', []],
  ['no shards', { ...head, shards: undefined }],
  ['a million shards', { ...head, shards: { data: 1_000_000, parity: 2 } }],
  ['257 shards', { ...head, shards: { data: 255, parity: 2 } }],
  ['half a shard', { ...head, shards: { data: 20.5, parity: 2 } }],
  ['negative shards', { ...head, shards: { data: 20, parity: -2 } }],
  ['blocks of nothing', { ...head, blockBytes: 0 }],
  ['blocks of a gigabyte', { ...head, blockBytes: 2 ** 30 }],
  ['a billion rows', { ...head, rows: 1e9 }],
  ['another field', { ...head, polynomial: 0x187 }],
  ['a matrix that is too small', { ...head, matrix: [[1]] }],
  ['no files', { ...head, files: [] }],
  ['too many files', { ...head, files: new Array(30_000).fill(file) }],
  ['a file of more bytes than there are', { ...head, files: [{ ...file, bytes: 2 ** 53 }] }],
  ['a file of a petabyte', { ...head, files: [{ ...file, bytes: 1e15 }] }],
  ['a file of negative length', { ...head, files: [{ ...file, offset: 10, length: -1 }] }],
  ['a part behind the end', { ...head, files: [{ ...file, offset: 999, length: 1000 }] }],
  ['no digest', { ...head, files: [{ ...file, sha256: 'xyz' }] }],
  ['a path up', { ...head, files: [{ ...file, path: '../../etc/passwd' }] }],
  ['a path from the root', { ...head, files: [{ ...file, path: '/etc/passwd' }] }],
  ['a path of Windows', { ...head, files: [{ ...file, path: 'c:\\windows' }] }],
  ['a path with a NUL', { ...head, files: [{ ...file, path: 'a\u0000b' }] }],
  ['an empty name', { ...head, files: [{ ...file, path: 'a//b' }] }],
])('a head with %s is refused, and nothing is done by it', async (_, value) => {
  await using folder = await Folder.make({ 'a.mp3': noise(1000, 1) })
  const { path, bytes } = parityFile(JSON.stringify(value))
  await folder.damage(path, () => bytes)
  await expect(
    ParityFile.open(folder.place('parity'), path.slice('parity/'.length)),
  ).rejects.toMatchObject({ name: 'ParityFormatError' })
  expect(await readIndex(folder.root)).toMatchObject({ groups: [] })
  expect(await repairFile(folder.root, { ...folder.file('a.mp3'), sha256: file.sha256 })).toEqual({
    kind: 'unprotected',
  })
  // It is none of ours, so it stays.
  await updateParity(folder.root, folder.files)
  expect(Buffer.compare((await folder.read(path))!, bytes)).toBe(0)
})

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  [
    'a length that no file has',
    (bytes) =>
      Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/ 1 \d{10} /g, ' 1 9999999999 '),
        'latin1',
      ),
  ],
  ['nesting without end', () => parityFile('['.repeat(1e6)).bytes],
  ['text that is no JSON', () => parityFile('{').bytes],
])('%s is refused', async (_, change) => {
  await using folder = await Folder.make({})
  const bytes = change(parityFile(JSON.stringify(head)).bytes)
  await folder.damage('parity/0123456789abcdef.parity', () => bytes)
  await expect(
    ParityFile.open(folder.place('parity'), '0123456789abcdef.parity'),
  ).rejects.toMatchObject({ name: 'ParityFormatError' })
})

test('parity that lies about a file restores nothing under its name', async () => {
  await using folder = await Folder.make({ 'a.mp3': noise(1000, 1) })
  const wanted = folder.file('a.mp3')
  const lie = noise(1000, 2)
  const digests = Buffer.concat(
    [lie, new Uint8Array(1024), new Uint8Array(1024)].map((block) =>
      Buffer.from(sha256(block), 'hex').subarray(0, 16),
    ),
  )
  const text = JSON.stringify({ ...head, files: [{ ...file, sha256: wanted.sha256 }] })
  const { path, bytes } = parityFile(text, digests)
  await folder.damage(path, () => bytes)
  await folder.damage('a.mp3', () => lie)
  const temporary = folder.place('restored')
  const repair = await repairFile(folder.root, wanted, { temporary })
  expect(repair.kind).not.toBe('restored')
  expect(await folder.read('restored')).toBeUndefined()
  expect(await folder.read('a.mp3')).toEqual(Buffer.from(lie))
})

test('an index of huge lines is passed over', async () => {
  await using folder = await Folder.make({ 'a.mp3': noise(1000, 1) })
  await updateParity(folder.root, folder.files)
  const [group] = (await readIndex(folder.root)).groups
  const line = JSON.stringify({
    name: group!.name,
    shards,
    blockBytes: 1024,
    files: new Array(1e6).fill(1),
  })
  await folder.damage('parity/index.jsonl', () => Buffer.from(`${line}\n`))
  expect((await readIndex(folder.root)).groups).toEqual([group])
  expect(await Array.fromAsync(checkParity(folder.root))).toMatchObject([
    { kind: 'damaged', path: 'parity/index.jsonl' },
  ])
})
