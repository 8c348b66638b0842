import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { keep, options, playlistOf, sha256, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const MANY = 40
const titles = Array.from({ length: MANY + 10 }, (_, at) => `Song ${at + 1}`)
const list = playlistOf(
  'Mix',
  titles.map((title) => trackOf(title)),
)

const inKeep = (path: string) => join(place.dir, path)
const inode = async (path: string) => (await stat(inKeep(path))).ino
const files = ['inventory.jsonl', 'manifest-sha256.txt', 'manifest-sha512.txt'] as const
const inodes = async () => await Promise.all(files.map(inode))

async function inArchive<Result>(work: (archive: Archive) => Promise<Result>): Promise<Result> {
  await using archive = await openArchive(place.dir)
  const result = await work(archive)
  await archive.checkpoint()
  return result
}

async function retag(archive: Archive, kept: ArchivedFile): Promise<ArchivedFile | undefined> {
  const temporary = join(archive.workDir, 'retagged.mp3')
  await writeFile(temporary, `${kept.path} with new tags`)
  return await archive.retag(kept, temporary)
}

beforeEach(() =>
  inArchive(async (archive) => {
    for (let position = 1; position <= MANY; position++) await keep(archive, list, position)
  }),
)

/** Whatever was added or sorted: all files beside the archive say the same. */
async function expectInStep(kept: readonly ArchivedFile[]) {
  const inventory = await readFile(inKeep('inventory.jsonl'))
  expect(await readFile(inKeep('.songkeep/inventory.jsonl'))).toEqual(inventory)
  const settled = await readFile(inKeep('.songkeep/settled'), 'utf8')
  expect(settled).toBe(`${inventory.length} ${sha256(inventory)}\n`)
  for (const [name, digest] of [
    ['manifest-sha256.txt', 'sha256'],
    ['manifest-sha512.txt', 'sha512'],
  ] as const) {
    const lines = (await readFile(inKeep(name), 'utf8')).trimEnd().split('\n')
    expect(lines.toSorted()).toEqual(kept.map((file) => `${file[digest]}  ${file.path}`).toSorted())
  }
  for (const readOnly of [true, false]) {
    await using archive = await openArchive(place.dir, { readOnly })
    expect(archive.notes).toEqual([])
    expect(archive.list()).toMatchObject(kept.map(({ path, sha256 }) => ({ path, sha256 })))
  }
}

const listed = () => inArchive(async (archive) => archive.list())

describe('few lines are added, and nothing else is written anew', () => {
  test('an unchanged run writes nothing', async () => {
    const before = await inodes()
    await inArchive((archive) => archive.find(trackOf('Song 1'), options))
    expect(await inodes()).toEqual(before)
    await expectInStep(await listed())
  })

  test('a new file, and a second one in another run', async () => {
    const before = await inodes()
    for (const position of [MANY + 1, MANY + 2])
      await inArchive((archive) => keep(archive, list, position))
    expect(await inodes()).toEqual(before)
    expect(await listed()).toHaveLength(MANY + 2)
    await expectInStep(await listed())
  })

  test('a new file that gets new tags before the checkpoint', async () => {
    const before = await inodes()
    await inArchive(async (archive) => retag(archive, await keep(archive, list, MANY + 1)))
    expect(await inodes()).toEqual(before)
    await expectInStep(await listed())
  })

  test('what is remembered of a file', async () => {
    const before = await inodes()
    await inArchive(async (archive) => {
      const [first] = archive.list()
      if (first) archive.remember({ ...first, checkedAt: '2026-11-29' })
    })
    expect(await inodes()).toEqual(before)
    expect((await listed())[0]?.checkedAt).toBe('2026-11-29')
    await expectInStep(await listed())
  })
})

test('new tags of an old file: its line follows, and the manifests are written anew', async () => {
  const [inventory] = await inodes()
  await inArchive(async (archive) => {
    const [first] = archive.list()
    if (first) await retag(archive, first)
  })
  expect(await inode('inventory.jsonl')).toBe(inventory)
  await expectInStep(await listed())
})

test('many changes: all is sorted, one line a file', async () => {
  const [before] = await inodes()
  await inArchive(async (archive) => {
    for (const kept of archive.list().slice(0, 10)) await retag(archive, kept)
  })
  await inArchive((archive) => keep(archive, list, MANY + 1))
  expect(await inode('inventory.jsonl')).not.toBe(before)
  const kept = await listed()
  const lines = (await readFile(inKeep('inventory.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(kept.map(({ path }) => path))
  await expectInStep(kept)
})

test.each(['manifest-sha256.txt', 'manifest-sha512.txt', '.songkeep/inventory.jsonl'])(
  '%s was cut meanwhile: it is written anew',
  async (name) => {
    await writeFile(inKeep(name), (await readFile(inKeep(name))).subarray(0, -20))
    await inArchive((archive) => keep(archive, list, MANY + 1))
    await expectInStep(await listed())
  },
)

test('pruned files have no line any more', async () => {
  await inArchive((archive) => keep(archive, list, MANY + 1))
  await inArchive(async (archive) => archive.prune(archive.list().slice(3, 5)))
  expect(await listed()).toHaveLength(MANY - 1)
  await expectInStep(await listed())
})

test('an inventory that was cut after lines were added loses none whose file is whole', async () => {
  await inArchive((archive) => keep(archive, list, MANY + 1))
  await inArchive(async (archive) => {
    const [first] = archive.list()
    if (first) await retag(archive, first)
  })
  const before = await listed()
  const bytes = await readFile(inKeep('inventory.jsonl'))
  await writeFile(inKeep('inventory.jsonl'), bytes.subarray(0, bytes.length / 2))
  expect(await inArchive(async ({ notes }) => notes)).toMatchObject([
    { code: 'archive.inventory-mended', params: { lost: 0 } },
  ])
  expect(await listed()).toEqual(before)
  await expectInStep(before)
})
