import { join } from 'node:path'
import type { Job } from '../../api/contract.ts'
import { BRIEF_OPENING, type Database } from '../../base/postgres/database.ts'
import { openMigrated } from '../../base/postgres/migrate.ts'
import { tellFault } from '../../base/telemetry/tell-fault.ts'
import { jobMigrations } from '../../jobs/postgres/migrations/all.ts'
import { openPostgresQueue, RUNNER_APPLICATION } from '../../jobs/postgres/postgres-queue.ts'
import type { Queue } from '../../jobs/queue.ts'
import { openSqliteQueue } from '../../jobs/sqlite/sqlite-queue.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { AccountNames } from '../accounts/account-names.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { openStagedImports } from '../playlists/staged-imports.ts'
import { AllowedFolders } from '../settings/allowed-folders.ts'
import { openJobService } from './jobs.ts'
import type { JobService } from './service.ts'

export interface QueueUse {
  /**
   * Called where the database is ahead of this program, and where it is away: who is told goes on waiting for it, for
   * half a minute. A command has nobody to tell, and fails after a few seconds.
   */
  readonly tell?: (notice: Reason) => void
  /** Whether this process does what is in line: others see by it that somebody does. */
  readonly takesWork?: boolean
}

/**
 * The one place that says which queue is used: where a database is named, jobs lie there, for all machines that share
 * it; else in a file of this machine.
 */
export async function openJobQueue(
  dataDir: string,
  { databaseUrl }: Pick<Environment, 'databaseUrl'>,
  { tell, takesWork = false }: QueueUse = {},
): Promise<Queue> {
  if (databaseUrl === undefined) return await openSqliteQueue(join(dataDir, 'jobs.sqlite'))
  const onAway = (why: Reason) => {
    tellFault(new UserError(why), 'queue')
    tell?.(why)
  }
  const applicationName = takesWork ? RUNNER_APPLICATION : undefined
  const opening = { applicationName, ...(tell ? { onAway } : BRIEF_OPENING) }
  const { database, ahead } = await openMigrated(databaseUrl, [jobMigrations], opening)
  for (const each of ahead) tell?.(reason('database.ahead', { ...each, database: database.name }))
  return closeWith(openPostgresQueue(database), database)
}

function closeWith(queue: Queue, database: Database): Queue {
  const close = queue[Symbol.asyncDispose].bind(queue)
  return Object.assign(queue, {
    async [Symbol.asyncDispose]() {
      await close()
      await database[Symbol.asyncDispose]()
    },
  })
}

export const openJobImports = (dataDir: string) => openStagedImports(join(dataDir, 'readings'))

/** The list of jobs, to look at and to steer: nothing is run here. */
export async function openJobs(environment: Environment): Promise<JobService & AsyncDisposable> {
  const dataDir = await openDataFolder(environment)
  const stagedImports = await openJobImports(dataDir)
  const queue = await openJobQueue(dataDir, environment)
  const accountNames = new AccountNames(environment)
  const isShared = environment.databaseUrl !== undefined
  const folders = new AllowedFolders([])
  const jobs = await openJobService({
    ...{ queue, stagedImports, isShared, folders, environment, accountNames },
  })
  const close = jobs[Symbol.asyncDispose].bind(jobs)
  return Object.assign(jobs, {
    async [Symbol.asyncDispose]() {
      await close()
      await accountNames[Symbol.asyncDispose]()
      await queue[Symbol.asyncDispose]()
    },
  })
}

/** The one job whose id begins so. */
export async function findJob(jobs: Pick<JobService, 'list'>, start: string): Promise<Job> {
  const found = (await jobs.list()).filter(({ id }) => id.startsWith(start))
  const [job] = found
  if (!job) throw new UserError(reason('app.no-job-of-id', { id: start }), reason('app.list-jobs'))
  if (found.length > 1)
    throw new UserError(
      reason('app.several-jobs-of-id', { id: start }),
      reason('app.give-more-of-id'),
    )
  return job
}
