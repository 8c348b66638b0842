import { lstat, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { isPast } from '../../src/archive/files/file-state.ts'
import { findFaults } from './support/find-faults.ts'
import { keep, options, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const one = playlistOf('Mix', [trackOf('One')])
const path = 'Mix/01 Artist - One.mp3'
const statesFile = () => join(place.dir, '.songkeep/file-states.jsonl')

async function begin() {
  await using archive = await openArchive(place.dir)
  await keep(archive, one, 1)
  await archive.checkpoint()
}

/** Whether the file counts as whole in a run of its own. */
async function isFound(readOnly = false): Promise<boolean> {
  await using archive = await openArchive(place.dir, { readOnly })
  const found = await archive.find(trackOf('One'), options)
  await (readOnly ? undefined : archive.checkpoint())
  return found !== undefined
}

const read = async () => (await readFile(statesFile(), 'utf8').catch(() => '')).split('\n').at(-2)

/** Ages the file, so that its state may be noted: new tags within one tick of the clock would not show. */
const age = () => utimes(join(place.dir, path), new Date(2001, 1), new Date(2001, 1))
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Writes other sound of the same length, and says that the file looked so when it was read. */
async function forge() {
  await writeFile(join(place.dir, path), 'CONTENT 1')
  const { size, mtimeNs, ctimeNs, ino } = await lstat(join(place.dir, path), { bigint: true })
  const [, sha256] = JSON.parse((await read()) ?? '')
  const line = [path, sha256, size, mtimeNs, ctimeNs, ino].map(String)
  await writeFile(statesFile(), `${JSON.stringify(line)}\n`)
}

async function beginRead() {
  await begin()
  await age()
  await pause()
  expect(await isFound()).toBe(true)
  expect(await read()).toBeDefined()
}

test('a file that looks as it did is not read again; verify reads it', async () => {
  await beginRead()
  await forge()
  for (const readOnly of [false, true]) expect(await isFound(readOnly)).toBe(true)
  await using archive = await openArchive(place.dir, { readOnly: true })
  const findings = await findFaults(archive)
  expect(findings).toMatchObject([{ kind: 'damaged', path }])
})

test.each([
  ['the same length, other times', () => writeFile(join(place.dir, path), 'CONTENT 1')],
  [
    'the same length, its old time',
    async () => {
      const { atime, mtime } = await stat(join(place.dir, path))
      await writeFile(join(place.dir, path), 'CONTENT 1')
      await utimes(join(place.dir, path), atime, mtime)
    },
  ],
  [
    'another file of that name',
    async () => {
      await rm(join(place.dir, path))
      await writeFile(join(place.dir, path), 'CONTENT 1')
    },
  ],
] as const)('changed by hand, it is read: %s', async (_, change) => {
  await beginRead()
  await change()
  expect(await isFound()).toBe(false)
})

test.each([
  ['gone', () => rm(statesFile())],
  ['no JSON', () => writeFile(statesFile(), '[1,2\n"x"\n[]\n{}\n\n["a","b"]\n')],
  [
    'of another content',
    async () => {
      const line = JSON.parse((await read()) ?? '')
      await writeFile(statesFile(), `${JSON.stringify(line.with(1, 'f'.repeat(64)))}\n`)
    },
  ],
  [
    'cut off',
    async () => writeFile(statesFile(), (await readFile(statesFile(), 'utf8')).slice(0, -9)),
  ],
])('what is noted is only a cache: %s', async (_, harm) => {
  await beginRead()
  await harm()
  await writeFile(join(place.dir, path), 'content 1')
  expect(await isFound()).toBe(true)
  await writeFile(join(place.dir, path), 'CONTENT 1')
  expect(await isFound()).toBe(false)
})

const now = 1_764_000_000_000_000_000n
test.each([
  ['within a tick', now - 3_000_001n, false],
  ['before the last tick', now - 15_000_001n, true],
  ['whole seconds, as FAT notes them', now - 1_000_000_000n, false],
  ['whole seconds, long ago', now - 3_000_000_000n, true],
  ['ahead of the clock', now + 1n, false],
] as const)('a time that a later change would differ from: %s', (_, time, past) => {
  expect(isPast(time, now)).toBe(past)
})
