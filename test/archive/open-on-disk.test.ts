import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { composeReadme } from '../../src/archive/readme/readme.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory } from './support/inspect.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const list = playlistOf(
  'Mix',
  ['One', 'Two', 'Three'].map((title) => trackOf(title)),
)
const at = (name: string) => join(place.dir, name)
const read = (name: string) => readFile(at(name), 'utf8')
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')

/** Keeps the entries at these positions, and gives each its SHA-512 but those that `without` names. */
async function run(positions: readonly number[], without: readonly number[] = []) {
  await using archive = await openArchive(place.dir)
  for (const position of positions) {
    const file: ArchivedFile = await keep(archive, list, position)
    const isOld = without.includes(position)
    archive.remember({ ...file, sha512: isOld ? undefined : sha512(`content ${position}`) })
  }
  await archive.checkpoint()
}

test('files that have a SHA-512 are in the second manifest; without any there is none', async () => {
  await run([1, 2, 3], [2])
  const paths = (await readInventory(place.dir)).map(({ path }) => path)
  const lineOf = (position: number, title: string) =>
    `${sha512(`content ${position}`)}  ${paths.find((path) => path.includes(title))}\n`
  expect(paths).toHaveLength(3)
  expect(await read('manifest-sha512.txt')).toBe(lineOf(1, 'One') + lineOf(3, 'Three'))
  await rm(place.dir, { recursive: true })
  await run([1, 2], [1, 2])
  expect(await readdir(place.dir)).not.toContain('manifest-sha512.txt')
})

test('a second manifest of somebody else’s is moved away, not lost; ours is replaced', async () => {
  await run([1], [1])
  await rm(at('README-songkeep.txt'))
  await writeFile(at('manifest-sha512.txt'), 'mine')
  await run([2])
  expect(await read('manifest-sha512.txt')).toContain(sha512('content 2'))
  const replaced = await readdir(at('.songkeep/replaced'), { recursive: true })
  const [moved = ''] = replaced.filter((name) => name.endsWith('manifest-sha512.txt'))
  expect(await read(join('.songkeep/replaced', moved))).toBe('mine')
  await rm(at('.songkeep'), { recursive: true })
  await run([3])
  expect((await read('manifest-sha512.txt')).trim().split('\n')).toHaveLength(2)
  expect(await readdir(at('.songkeep'))).not.toContain('replaced')
})

const TEXTS: readonly (readonly [string, string | undefined, boolean])[] = [
  ['absent', undefined, true],
  ['somebody else’s', 'Buy milk.\n', false],
  ['ours with a line added', `Mine!\n${composeReadme()}`, false],
  ['ours with an end added', `${composeReadme()}Mine!\n`, false],
  ['of an earlier version', readmeOf(0), true],
  ['of a later version', readmeOf(2), false],
]

test.each(TEXTS)('a README that is %s', async (_, before, isWritten) => {
  await run([1])
  await rm(at('README-songkeep.txt'))
  if (before !== undefined) await writeFile(at('README-songkeep.txt'), before)
  await run([2])
  expect(await read('README-songkeep.txt')).toBe(isWritten ? composeReadme() : before)
})

function readmeOf(version: number): string {
  const text = 'Another text.\n'
  const digest = createHash('sha256').update(text).digest('hex')
  return `${text}\nsongkeep-archive-readme/${version} ${digest}\n`
}

test('a foreign README is told as unknown; ours is not', async () => {
  await run([1])
  const unknown = async () => {
    await using archive = await openArchive(place.dir, { readOnly: true })
    return await findFaults(archive)
  }
  expect(await unknown()).toEqual([])
  await writeFile(at('README-songkeep.txt'), 'mine')
  expect(await unknown()).toMatchObject([{ kind: 'unknown', path: 'README-songkeep.txt' }])
})

test('what holds the same already is not written again', async () => {
  await run([1])
  const names = ['README-songkeep.txt', 'manifest-sha256.txt', 'manifest-sha512.txt']
  const inodes = () => Promise.all(names.map(async (name) => (await stat(at(name))).ino))
  const before = await inodes()
  await using archive = await openArchive(place.dir)
  await archive.checkpoint()
  expect(await inodes()).toEqual(before)
})

test('no list gets the folder that parity lies in', async () => {
  await using archive = await openArchive(place.dir)
  expect(archive.folderOf({ name: 'Parity' })).toBe('Parity (2)')
  expect(archive.folderOf({ name: 'parity' })).toBe('parity (3)')
})
