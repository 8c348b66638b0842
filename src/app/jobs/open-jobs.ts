import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '../../api/contract.ts'
import { openQueue } from '../../jobs/sqlite/sqlite-queue.ts'
import { UserError } from '../../model/errors.ts'
import type { JobDesk } from '../context.ts'
import { Jobs } from './jobs.ts'
import { openReadings } from '../playlists/staged-imports.ts'
import { Roots } from '../settings/allowed-folders.ts'
import type { Environment } from '../environment.ts'

/** The list of jobs, to look at and to steer: nothing is run here. */
export async function openJobs({ dataDir }: Environment): Promise<JobDesk & Disposable> {
  if (dataDir === undefined)
    throw new UserError('There is no place to write jobs down.', 'Name one: SONGKEEP_DATA')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const queue = openQueue(join(dataDir, 'jobs.sqlite'))
  const readings = await openReadings(join(dataDir, 'readings'))
  const jobs = new Jobs({ queue, readings, roots: new Roots([]) })
  const close = jobs[Symbol.dispose].bind(jobs)
  return Object.assign(jobs, {
    [Symbol.dispose]() {
      close()
      queue[Symbol.dispose]()
    },
  })
}

/** The one job whose id begins so. */
export function findJob(jobs: Pick<JobDesk, 'list'>, start: string): Job {
  const found = jobs.list().filter(({ id }) => id.startsWith(start))
  const [job] = found
  if (!job) throw new UserError(`There is no job ${start}.`, 'List them: songkeep jobs')
  if (found.length > 1)
    throw new UserError(`Several jobs begin with ${start}.`, 'Give more of its id.')
  return job
}
