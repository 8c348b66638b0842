import { lstat, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkParity } from '../../../src/fixity/parity/check.ts'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { Folder, noise } from './support/archive.ts'
import { readLines, readParity } from './support/oracle.ts'

const update = (folder: Folder, options = {}) =>
  updateParity(folder.root, folder.files, { percent: 20, ...options })

const check = (folder: Folder) => Array.fromAsync(checkParity(folder.root))

/** Twenty files of which any can be lost with all its bytes. */
const makeFolder = () =>
  Folder.make(
    Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`list/${10 + at}.mp3`, noise(9000 + at, at)]),
    ),
  )

async function expectAllRestorable(folder: Folder) {
  for (const file of folder.files.slice(-6)) {
    const before = (await folder.read(file.path))!
    await folder.damage(file.path, () => undefined)
    expect(await repairFile(folder.root, file)).toMatchObject({ kind: 'restored' })
    await folder.damage(file.path, () => before)
  }
}

test('the same files make the same bytes; a second call does nothing', async () => {
  await using folder = await makeFolder()
  await using twin = await makeFolder()
  const first = await update(folder)
  expect(first).toMatchObject({ made: 1, kept: 0, removed: 0, unprotected: [] })
  await updateParity(twin.root, twin.files.toReversed(), { percent: 20 })
  expect(await readParity(twin)).toEqual(await readParity(folder))
  expect(await readLines(twin)).toEqual(await readLines(folder))
  const before = await lstat(folder.place('parity/index.jsonl'))
  expect(await update(folder)).toEqual({ ...first, made: 0, kept: 1 })
  expect((await lstat(folder.place('parity/index.jsonl'))).ino).toBe(before.ino)
  expect(await check(folder)).toEqual([])
})

test.each<[string, (folder: Folder) => Promise<unknown>]>([
  ['a file comes', (folder) => folder.write('list/0 new.mp3', noise(5000, 99))],
  ['a file gets new tags', (folder) => folder.write('list/12.mp3', noise(9100, 98))],
  [
    'a file goes',
    async (folder) => {
      folder.contents.delete('list/12.mp3')
      await rm(folder.place('list/12.mp3'))
    },
  ],
  [
    'a file gets another name',
    async (folder) => {
      const bytes = folder.contents.get('list/12.mp3')!
      await folder.write('other/12.mp3', bytes)
      folder.contents.delete('list/12.mp3')
      await rm(folder.place('list/12.mp3'))
    },
  ],
])('%s: parity of exactly what is kept, old parity goes', async (_, change) => {
  await using folder = await makeFolder()
  await update(folder)
  const [old] = await readLines(folder)
  await change(folder)
  expect(await update(folder)).toMatchObject({ made: 1, kept: 0, removed: 1, unprotected: [] })
  const names = (await readLines(folder)).map(({ name }) => name)
  expect(names).not.toContain(old!.name)
  expect([...(await readParity(folder)).keys()]).toEqual(names)
  await expectAllRestorable(folder)
})

test('another name since the parity was made: it is known by its digest', async () => {
  await using folder = await makeFolder()
  await update(folder)
  await folder.write('other/12.mp3', folder.contents.get('list/12.mp3')!)
  await rm(folder.place('list/12.mp3'))
  await folder.damage('other/12.mp3', (bytes) => bytes.subarray(5000))
  expect(await repairFile(folder.root, folder.file('other/12.mp3'))).toMatchObject({
    kind: 'restored',
  })
})

test('a damaged file keeps its parity while others come, until it is restored', async () => {
  await using folder = await makeFolder()
  await update(folder)
  const lost = folder.file('list/15.mp3')
  await folder.damage(lost.path, () => undefined)
  await folder.write('list/new.mp3', noise(7000, 50))
  expect(await update(folder)).toMatchObject({ made: 1, removed: 0, unprotected: [lost] })
  const temporary = folder.place('again')
  expect(await repairFile(folder.root, lost, { temporary })).toMatchObject({ kind: 'restored' })
  await folder.damage(lost.path, () => folder.contents.get(lost.path))
  expect(await readFile(temporary)).toEqual(Buffer.from(folder.contents.get(lost.path)!))
  expect(await update(folder)).toMatchObject({ made: 1, removed: 2, unprotected: [] })
  expect(await check(folder)).toEqual([])
})

test('parity of no file goes, and an archive without parity has none to check', async () => {
  await using folder = await makeFolder()
  expect(await check(folder)).toEqual([])
  expect(await updateParity(folder.root, [])).toMatchObject({ made: 0, parityBytes: 0 })
  expect(await readdir(folder.root)).toEqual(['list'])
  await update(folder)
  expect(await updateParity(folder.root, [])).toMatchObject({ removed: 1, parityBytes: 0 })
  expect([...(await readParity(folder)).keys()]).toEqual([])
  expect(
    await repairFile(folder.root, { ...folder.file('list/15.mp3'), sha256: 'f'.repeat(64) }),
  ).toEqual({
    kind: 'unprotected',
  })
})

test.each<[string, 'missing' | 'damaged', (bytes: Uint8Array) => Uint8Array | undefined]>([
  ['gone', 'missing', () => undefined],
  ['empty', 'damaged', () => new Uint8Array()],
  ['flipped in its first line', 'damaged', flipAt(() => 3)],
  ['flipped in its head', 'damaged', flipAt(() => 500)],
  ['flipped in the middle', 'damaged', flipAt((length) => length >> 1)],
  ['flipped in its last line', 'damaged', flipAt((length) => length - 3)],
  ['cut', 'damaged', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['longer', 'damaged', (bytes) => Uint8Array.from([...bytes, 0])],
])('a parity file that is %s is noticed and made again', async (_, kind, change) => {
  await using folder = await makeFolder()
  await update(folder)
  const parity = await readParity(folder)
  const path = `parity/${[...parity.keys()][0]}`
  await folder.damage(path, change)
  const findings = await check(folder)
  expect(findings).toMatchObject([{ kind, path }])
  expect(findings[0]!.files).toHaveLength(20)
  expect(await update(folder, { damaged: findings.map((each) => each.path) })).toMatchObject({
    made: 1,
  })
  expect(await readParity(folder)).toEqual(parity)
  expect(await check(folder)).toEqual([])
})

function flipAt(where: (length: number) => number) {
  return (bytes: Uint8Array) =>
    bytes.map((byte, at) => (at === where(bytes.length) ? byte ^ 1 : byte))
}

test.each<[string, string, (bytes: Uint8Array) => Uint8Array | undefined]>([
  ['missing', 'missing', () => undefined],
  ['empty', 'damaged', () => new Uint8Array()],
  ['half there', 'damaged', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['of another archive', 'damaged', () => Buffer.from('{"name":"0123456789abcdef.parity"}\n')],
])('an index that is %s is made again from the parity files', async (_, kind, change) => {
  await using folder = await makeFolder()
  await update(folder)
  const lines = await readLines(folder)
  await folder.damage('parity/index.jsonl', change)
  await expectAllRestorable(folder)
  expect(await check(folder)).toMatchObject([{ kind, path: 'parity/index.jsonl' }])
  expect(await update(folder)).toMatchObject({ made: 0, kept: 1, removed: 0 })
  expect(await readLines(folder)).toEqual(lines)
})

test('what a killed run left is gone on with; what is not ours stays', async () => {
  await using folder = await makeFolder()
  await update(folder)
  const [line] = await readLines(folder)
  await rm(folder.place(`parity/${line!.name}`))
  await writeFile(folder.place(`parity/${line!.name}.part`), 'half of it')
  await writeFile(folder.place('parity/index.jsonl.part'), 'half of it')
  await writeFile(folder.place('parity/notes.txt'), 'mine')
  await writeFile(folder.place('parity/0123456789abcdef.parity'), 'not parity at all')
  expect(await update(folder)).toMatchObject({ made: 1 })
  expect((await readdir(folder.place('parity'))).toSorted()).toEqual(
    [
      '0123456789abcdef.parity',
      line!.name,
      'index.jsonl',
      'index.jsonl.part',
      'notes.txt',
      'restore.py',
    ].toSorted(),
  )
})

test('a link in the place of the folder is not followed', async () => {
  await using folder = await makeFolder()
  await using elsewhere = await Folder.make({})
  await symlink(elsewhere.root, folder.place('parity'))
  await expect(update(folder)).rejects.toMatchObject({
    reason: { code: 'fixity.parity-in-the-way' },
  })
  expect(await readdir(elsewhere.root)).toEqual([])
})

test('a link in the place of a file is not read, and nothing is written through one', async () => {
  await using folder = await makeFolder()
  await using elsewhere = await Folder.make({ 'secret.mp3': noise(9000, 0) })
  await rm(folder.place('list/10.mp3'))
  await symlink(elsewhere.place('secret.mp3'), folder.place('list/10.mp3'))
  expect((await update(folder)).unprotected).toEqual([folder.file('list/10.mp3')])
})
