import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { JobRequest } from '../../../src/api/contract.ts'
import { ownerOf } from '../../../src/app/accounts/owner.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openJobService } from '../../../src/app/jobs/jobs.ts'
import { viewOwnQueue } from '../../../src/app/jobs/own-queue.ts'
import { MAX_ENDED_JOBS, tidyJobs } from '../../../src/app/jobs/tidy-jobs.ts'
import { openStagedImports } from '../../../src/app/playlists/staged-imports.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { makeTempDir } from '../../support/program.ts'

async function openParts() {
  const dir = await makeTempDir()
  const queue = await openSqliteQueue(join(dir, 'jobs.sqlite'))
  onTestFinished(() => queue[Symbol.asyncDispose]())
  return { queue, stagedImports: await openStagedImports(join(dir, 'readings')) }
}

async function addEnded(
  queue: Awaited<ReturnType<typeof openParts>>['queue'],
  owner: string,
  payload: unknown,
) {
  const { id } = await queue.add({ payload, title: 'Keep', owner })
  await queue.signal(id, 'cancel')
  return id
}

const payload = { kind: 'verify', into: '/keep' }
const ofImport = (id: string) => ({
  kind: 'backup',
  into: '/keep',
  inputs: [{ kind: 'reading', id }],
})

test('as new jobs come, an account’s old ones go with what they staged, and nobody else’s', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { queue, stagedImports } = await openParts()
  const [ann, bo] = ['ann', 'bo'].map(ownerOf)
  const [gone, used] = [await stagedImports.store([]), await stagedImports.store([])]
  const ofBo = await addEnded(queue, bo!, payload)
  const ofMachine = await addEnded(queue, 'page', payload)
  for (const id of [gone, used]) await addEnded(queue, ann!, ofImport(id))
  for (let n = 0; n < MAX_ENDED_JOBS - 1; n++) await addEnded(queue, ann!, ofImport(used))
  const own = viewOwnQueue(queue, ann!)
  await using jobs = await openJobService({
    ...{ queue: own, stagedImports, folders: new AllowedFolders([]) },
    environment: readEnvironment({}),
  })
  const oldest = (await own.list()).at(-1)!
  vi.setSystemTime(Date.now() + 25 * 60 * 60_000)
  const { id } = await jobs.again((await own.list())[0]!.id, ann!)
  expect(await own.list()).toHaveLength(MAX_ENDED_JOBS + 1)
  expect((await own.list())[0]).toMatchObject({ id, state: 'queued' })
  expect(await own.find(oldest.id)).toBeUndefined()
  expect(await Promise.all([ofBo, ofMachine].map((each) => queue.find(each)))).toEqual([
    expect.anything(),
    expect.anything(),
  ])
  expect(await stagedImports.find(used)).toEqual([])
  await expect(stagedImports.find(gone)).rejects.toThrow()
})

test('what was looked at and never ordered goes after a day, what waits does not', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { queue, stagedImports } = await openParts()
  const [ordered, left] = [await stagedImports.store([]), await stagedImports.store([])]
  await queue.add({ payload: ofImport(ordered) as JobRequest, title: 'Keep', owner: 'page' })
  await tidyJobs(queue, stagedImports)
  expect(await stagedImports.find(left)).toEqual([])
  vi.setSystemTime(Date.now() + 25 * 60 * 60_000)
  await tidyJobs(queue, stagedImports)
  expect(await stagedImports.find(ordered)).toEqual([])
  await expect(stagedImports.find(left)).rejects.toThrow()
})
