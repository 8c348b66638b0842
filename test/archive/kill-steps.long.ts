import { execFileSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { findFaults } from './support/find-faults.ts'
import { readTree } from './support/inspect.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'
import { makeTwoLists } from './support/two-lists.ts'

const place = useTemporary()

/** Runs a process that changes the archive; returns it as it was before each step. */
async function snapshotsOf(script: string): Promise<readonly string[]> {
  const into = join(place.root, 'steps')
  await mkdir(into)
  const path = fileURLToPath(new URL(`./support/${script}`, import.meta.url))
  execFileSync(process.execPath, [path, place.dir, into], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const steps = (await readdir(into)).toSorted((a, b) => Number(a) - Number(b))
  return steps.map((step) => join(into, step))
}

/** Music by content, wherever it lies. */
async function readMusic(dir: string): Promise<ReadonlySet<string>> {
  const trash = join(dir, '.songkeep/trash')
  const isThere = await readdir(trash).catch(() => undefined)
  const all = [...(await readTree(dir)), ...(isThere ? await readTree(trash) : [])]
  return new Set(all.filter(([path]) => path.endsWith('.mp3')).map(([, content]) => content))
}

/** Looked at, or opened to go on with: nothing is told to be amiss, and nothing is gone. */
async function expectUnharmed(steps: readonly string[], music: ReadonlySet<string>) {
  const look = async (dir: string) => {
    expect(await readMusic(dir)).toEqual(music)
    for (const readOnly of [true, false]) {
      await using archive = await openArchive(dir, { readOnly })
      const faults = await findFaults(archive)
      expect({ dir, notes: archive.notes, faults }).toEqual({ dir, notes: [], faults: [] })
    }
    expect(await readMusic(dir)).toEqual(music)
  }
  await Promise.all(steps.map(look))
}

test('killed before any step of removing, merging and having back lists, no step tells of a loss', async () => {
  await makeTwoLists(place.dir)
  const music = await readMusic(place.dir)
  const steps = await snapshotsOf('lists-loop.ts')
  expect(steps.length).toBeGreaterThan(50)
  await expectUnharmed(steps, music)
}, 120_000)

test.each([
  ['some', [1, 2, 3]],
  ['all', [2, 4]],
])(
  'killed before any step of pruning %s of the files, no step tells of a loss',
  async (_, numbers) => {
    const tracks = numbers.map((trackNumber) => trackOf(`Title ${trackNumber}`, { trackNumber }))
    const list = playlistOf('Mix', tracks)
    {
      await using archive = await openArchive(place.dir)
      for (const { position } of list.entries)
        await keep(archive, list, position, `bytes of ${position}`.repeat(2000))
    }
    const music = await readMusic(place.dir)
    const steps = await snapshotsOf('prune-loop.ts')
    expect(steps.length).toBeGreaterThan(10)
    await expectUnharmed(steps, music)
  },
  60_000,
)
