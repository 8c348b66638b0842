import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type SyncRequest, syncArchive } from '../../../src/app/sync/sync-archive.ts'
import type { Progress } from '../../../src/model/progress.ts'
import { startBackup } from '../../support/backup.ts'
import { makeTempDir } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'

const { signal } = new AbortController()

/** Two lists, one in FLAC and one as files are, with one of two tracks each. */
async function makeArchive(): Promise<string> {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  await addSong(dir, 'Amber', 1)
  await writeFile(join(dir, 'one.csv'), 'Title,Artist\nAmber,The Testers\nBasalt,The Testers\n')
  await writeFile(join(dir, 'two.csv'), 'Title,Artist\nAmber,The Testers\nCedar,The Testers\n')
  await run(startBackup(dir, { inputs: [join(dir, 'one.csv')], format: 'flac' }))
  await run(startBackup(dir, { inputs: [join(dir, 'two.csv')], format: 'keep' }))
  return dir
}

const addSong = (dir: string, title: string, seed: number) =>
  writeFile(join(dir, `Music/The Testers - ${title}.wav`), makeWav(2, seed))

async function run(events: AsyncIterable<Progress>): Promise<readonly Progress[]> {
  const seen: Progress[] = []
  for await (const event of events) seen.push(event)
  return seen
}

async function sync(dir: string, more: Partial<SyncRequest> = {}) {
  const environment = { cacheDir: join(dir, 'cache'), processors: 2, ffmpeg: 'wasm' }
  const request = { into: join(dir, 'Keep'), offline: true, ...more }
  const events = await run(syncArchive(request, environment, signal))
  return {
    unchanged: events.flatMap((each) => (each.kind === 'unchanged' ? [each.playlist.name] : [])),
    reports: events.flatMap((each) => (each.kind === 'report' ? [each.report] : [])),
  }
}

test('where nothing is new, nothing is written', async () => {
  const dir = await makeArchive()
  const paths = ['one/report.json', 'two/report.json', 'inventory.jsonl'].map((name) =>
    join(dir, 'Keep', name),
  )
  const times = async () =>
    await Promise.all(paths.map(async (path) => (await stat(path, { bigint: true })).mtimeNs))
  const before = await times()
  const { unchanged, reports } = await sync(dir)
  expect(unchanged.toSorted()).toEqual(['one', 'two'])
  expect(reports).toEqual([])
  expect((await times()).slice(0, 2)).toEqual(before.slice(0, 2))
})

test('what has come into the folders since is kept, in its list’s own format', async () => {
  const dir = await makeArchive()
  await addSong(dir, 'Basalt', 2)
  await addSong(dir, 'Cedar', 3)
  // The lists' files are not needed any more.
  await rm(join(dir, 'one.csv'))
  await rm(join(dir, 'two.csv'))
  const { unchanged, reports } = await sync(dir)
  expect(unchanged).toEqual([])
  const paths = reports.flatMap(({ outcomes }) =>
    outcomes.flatMap((one) => (one.kind === 'kept' ? [one.kept.path] : [])),
  )
  expect(paths.toSorted()).toEqual([
    'one/02 The Testers - Basalt.flac',
    'two/02 The Testers - Cedar.wav',
  ])
  expect((await sync(dir)).unchanged).toHaveLength(2)
})

test('one list alone has news: the other is left as it is', async () => {
  const dir = await makeArchive()
  await addSong(dir, 'Cedar', 3)
  const dry = await sync(dir, { dryRun: true })
  expect(dry.reports.map(({ dryRun }) => dryRun)).toEqual([true])
  const { unchanged, reports } = await sync(dir)
  expect(unchanged).toEqual(['one'])
  expect(reports.map(({ playlist }) => playlist.name)).toEqual(['two'])
})

test('a kept file that is gone, or of another size, is made again', async () => {
  const dir = await makeArchive()
  const path = join(dir, 'Keep/one/01 The Testers - Amber.flac')
  const whole = await readFile(path)
  await rm(path)
  expect((await sync(dir)).unchanged).toEqual(['two'])
  await writeFile(path, whole.subarray(0, 100))
  expect((await sync(dir)).unchanged).toEqual(['two'])
  expect((await sync(dir)).unchanged).toHaveLength(2)
})

test('an archive from before choices were written down is kept in the format of its files', async () => {
  const dir = await makeArchive()
  for (const list of ['one', 'two']) {
    const path = join(dir, 'Keep', list, 'report.json')
    const { asked: _, ...rest } = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify(rest))
  }
  await expect(sync(dir)).rejects.toMatchObject({ reason: { code: 'app.nowhere-to-look' } })
  await mkdir(join(dir, 'Elsewhere'))
  await addSong(dir, 'Basalt', 2)
  await copyFile(
    join(dir, 'Music/The Testers - Basalt.wav'),
    join(dir, 'Elsewhere/The Testers - Basalt.wav'),
  )
  const { reports } = await sync(dir, { libraries: [join(dir, 'Elsewhere')] })
  expect(reports.flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual([
    'already-kept',
    'kept',
  ])
})

test('a folder that is no archive is refused', async () => {
  const dir = await makeTempDir()
  await expect(sync(dir)).rejects.toMatchObject({ reason: { code: 'archive.is-none' } })
})
