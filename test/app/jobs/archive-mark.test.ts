import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { JobRequest } from '../../../src/api/contract.ts'
import { jobOfBackup } from '../../../src/app/backups/record-run.ts'
import { awaitMarkedArchive, markArchive } from '../../../src/app/jobs/archive-mark.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'

const databaseUrl = 'postgres://db.example/songkeep'
const { signal } = new AbortController()

async function makeFolder() {
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const into = join(dir, 'Keep')
  return { dir, into, order: jobOfBackup(completeRequest({ inputs: ['a.csv'], into })) }
}

/** A clock whose minutes take no time; `act` is called whenever it is waited for. */
const clock = (act: () => Promise<void> = async () => {}) => ({ now: () => 0, sleep: () => act() })
const look = (order: JobRequest, given = clock()) =>
  awaitMarkedArchive(order, order.into, { databaseUrl, clock: given }, signal)

test('whoever orders for an archive marks it, and all of them find the same mark', async () => {
  const { order } = await makeFolder()
  const marked = await Promise.all([1, 2, 3].map(() => markArchive(order)))
  expect(marked[0]?.mark).toMatch(/^[\da-f-]{36}$/)
  expect(new Set(marked.map(({ mark }) => mark)).size).toBe(1)
  const later = await markArchive({ kind: 'verify', into: order.into })
  expect(later.mark).toBe(marked[0]?.mark)
  await look(later)
})

test('a machine that sees no folder there, or another archive, does not begin', async () => {
  const { dir, into, order } = await makeFolder()
  const marked = await markArchive(order)
  await rename(into, join(dir, 'elsewhere'))
  const refused = { reason: { code: 'app.archive-not-here', params: { folder: into } } }
  await expect(look(marked)).rejects.toMatchObject(refused)
  expect(await readdir(dir)).toEqual(['elsewhere'])
  await mkdir(into)
  await expect(look(marked)).rejects.toMatchObject(refused)
  await markArchive(order)
  await expect(look(marked)).rejects.toMatchObject(refused)
})

test('what is seen a little later is waited for', async () => {
  const { dir, into, order } = await makeFolder()
  const marked = await markArchive(order)
  await rename(into, join(dir, 'elsewhere'))
  let seconds = 0
  const late = clock(async () => {
    if (++seconds === 30) await rename(join(dir, 'elsewhere'), into)
  })
  await look(marked, late)
  expect(seconds).toBe(30)
})

test('a mark that was thrown away with the working state comes back with the order', async () => {
  const { into, order } = await makeFolder()
  const marked = await markArchive(order)
  await rm(join(into, '.songkeep'), { recursive: true })
  expect(await markArchive(marked)).toEqual(marked)
  await writeFile(join(into, '.songkeep/mark'), 'torn')
  expect(await markArchive(marked)).toEqual(marked)
  await look(marked)
})

test('what is looked at alone makes no archive, and what has no mark is believed', async () => {
  const { dir, order } = await makeFolder()
  const looked = await markArchive({ ...order, dryRun: true })
  expect(looked.mark).toBeUndefined()
  expect((await markArchive({ kind: 'verify', into: order.into })).mark).toBeUndefined()
  expect(await readdir(dir)).toEqual([])
  await look(looked)
  await awaitMarkedArchive({ ...order, mark: 'any' }, order.into, {}, signal)
})

test('a folder that cannot become an archive is refused when it is ordered for', async () => {
  const { into, order } = await makeFolder()
  await mkdir(into)
  await writeFile(join(into, 'inventory.jsonl'), 'somebody else’s\n')
  await expect(markArchive(order)).rejects.toMatchObject({ reason: { code: /^archive\./ } })
  expect(await readdir(into)).toEqual(['inventory.jsonl'])
})
