import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { openAccountDatabase } from '../../../src/app/accounts/open-database.ts'
import { ownerOf } from '../../../src/app/accounts/owner.ts'
import { jobOfBackup } from '../../../src/app/backups/record-run.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openJobQueue } from '../../../src/app/jobs/open-jobs.ts'
import { runHere } from '../../../src/app/jobs/run-here.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { makeTempDir } from '../../support/program.ts'

test('a job that rests tells whoever does it here why, and until when', async () => {
  const dir = await makeTempDir()
  const environment = readEnvironment({
    ...{ SONGKEEP_DATA: join(dir, 'data'), SONGKEEP_CONFIG: dir, SONGKEEP_CACHE: dir },
    ...{ SONGKEEP_OFFLINE: '1' },
  })
  await using database = await openAccountDatabase(environment)
  await database.accounts.add({ name: 'olga', role: 'owner' })
  const { id: ben } = await database.accounts.add({ name: 'ben', role: 'member' })
  await database.accounts.setLimits(ben, { tracksAnHour: 1 })
  await database.activity.add(ben, 'tracks', 1)
  const music = join(dir, 'Music')
  await mkdir(music)
  await writeFile(join(dir, 'List.txt'), 'Nobody - Nothing\n')
  const into = join(dir, 'Keep')
  const inputs = [join(dir, 'List.txt')]
  const request = completeRequest({ inputs, libraries: [music], into, offline: true })
  await using queue = await openJobQueue(join(dir, 'data'), environment)
  const work = { payload: jobOfBackup(request), title: 'List', owner: ownerOf(ben) }
  const { id } = await queue.add(work)
  const stop = new AbortController()
  const rests: Job[] = []
  const ended = await runHere(id, environment, stop.signal, (job) => {
    rests.push(job)
    stop.abort()
  })
  expect(rests).toMatchObject([
    { id, state: 'running', resting: { reason: { code: 'accounts.slowed-tracks' } } },
  ])
  expect(Date.parse(rests[0]?.resting?.until ?? '')).toBeGreaterThan(Date.now())
  expect(ended).toMatchObject({ state: 'queued' })
  expect(ended?.resting).toBeUndefined()
}, 60_000)
