import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAccountDatabase } from '../../../src/app/accounts/open-database.ts'
import { ownerOf } from '../../../src/app/accounts/owner.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openJobQueue, openJobs } from '../../../src/app/jobs/open-jobs.ts'
import { makeTempDir } from '../../support/program.ts'

test('jobs are listed with the names of the accounts that they are done for', async () => {
  const dir = await makeTempDir()
  const environment = readEnvironment({
    ...{ SONGKEEP_DATA: join(dir, 'data'), SONGKEEP_CONFIG: dir, SONGKEEP_CACHE: dir },
  })
  await using jobs = await openJobs(environment)
  await using queue = await openJobQueue(join(dir, 'data'), environment)
  const add = (owner: string) =>
    queue.add({ payload: { kind: 'verify', into: '/keep' }, title: 'Keep', owner })
  const own = await add('page')
  // Nothing is asked for until there is a job of an account.
  expect(await jobs.list()).toMatchObject([{ id: own.id, account: undefined }])
  await using database = await openAccountDatabase(environment)
  const anna = await database.accounts.add({ name: 'anna', role: 'member' })
  const { id } = await add(ownerOf(anna.id))
  await add(ownerOf('gone'))
  const names = (await jobs.list()).map(({ account }) => account)
  expect(names).toEqual(['gone', 'anna', undefined])
  expect(await jobs.find(id)).toMatchObject({ account: 'anna' })
  expect(await jobs.pause(id)).toMatchObject({ account: 'anna', state: 'paused' })
})
