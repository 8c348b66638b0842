import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '../../api/contract.ts'
import { openQueue } from '../../jobs/sqlite/sqlite-queue.ts'
import { UserError } from '../../words/user-error.ts'
import type { JobService } from '../context.ts'
import type { Environment } from '../environment.ts'
import { openStagedImports } from '../playlists/staged-imports.ts'
import { AllowedFolders } from '../settings/allowed-folders.ts'
import { Jobs } from './jobs.ts'

/** The list of jobs, to look at and to steer: nothing is run here. */
export async function openJobs({ dataDir }: Environment): Promise<JobService & Disposable> {
  if (dataDir === undefined)
    throw new UserError('There is no place to write jobs down.', 'Name one: SONGKEEP_DATA')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const queue = openQueue(join(dataDir, 'jobs.sqlite'))
  const readings = await openStagedImports(join(dataDir, 'readings'))
  const jobs = new Jobs({ queue, readings, roots: new AllowedFolders([]) })
  const close = jobs[Symbol.dispose].bind(jobs)
  return Object.assign(jobs, {
    [Symbol.dispose]() {
      close()
      queue[Symbol.dispose]()
    },
  })
}

/** The one job whose id begins so. */
export function findJob(jobs: Pick<JobService, 'list'>, start: string): Job {
  const found = jobs.list().filter(({ id }) => id.startsWith(start))
  const [job] = found
  if (!job) throw new UserError(`There is no job ${start}.`, 'List them: songkeep jobs')
  if (found.length > 1)
    throw new UserError(`Several jobs begin with ${start}.`, 'Give more of its id.')
  return job
}
