import { hostname } from 'node:os'
import { isAbsolute } from 'node:path'
import type { z } from 'zod'
import {
  BackupJobRequest,
  type JobInput,
  type JobRequest,
  RepairJobRequest,
  SyncJobRequest,
  VerifyJobRequest,
} from '../../api/jobs.ts'
import { asText } from '../../base/json.ts'
import { inSpan } from '../../base/telemetry/span.ts'
import type { Lease } from '../../jobs/lease.ts'
import { backupOptions } from '../../model/backup/options.ts'
import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { accountOf } from '../accounts/owner.ts'
import { backUpInput } from '../backups/back-up.ts'
import { followRun } from '../backups/follow-run.ts'
import type { Environment } from '../environment.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import { withSavedKeys } from '../settings/settings.ts'
import { syncArchive } from '../sync/sync-archive.ts'
import { awaitMarkedArchive } from './archive-mark.ts'
import { runRepair } from './run-repair.ts'
import { runVerify } from './run-verify.ts'
import { whenFree } from './when-free.ts'

/** Does what a job asks for, and reports how it goes, until its end or until it is asked to stop. */
export async function runJob(
  lease: Lease,
  stagedImports: StagedImports,
  environment: Environment,
): Promise<void> {
  await inSpan('run', { kind: 'other', job: lease.work.id }, async (observed) => {
    try {
      // Never with the rights of the machine: an account's folders and keys are its own.
      if (accountOf(lease.work.owner) !== environment.account)
        throw new UserError(reason('accounts.not-here'))
      const request = readRequest(lease.work.payload)
      observed.kind = request.kind
      const { work, signal } = lease
      await awaitMarkedArchive(work.payload, request.into, environment, signal)
      const run = () => runRequest(request, lease, stagedImports, environment)
      await whenFree(run, signal)
      observed.result = 'done'
    } catch (error) {
      observed.result = 'failed'
      throw error
    } finally {
      if (lease.signal.aborted) observed.result = 'stopped'
    }
  })
}

async function runRequest(
  request: JobRequest,
  lease: Lease,
  stagedImports: StagedImports,
  environment: Environment,
): Promise<void> {
  if (request.kind === 'verify') return await runVerify(request, lease, environment)
  const current = await withSavedKeys(environment)
  if (request.kind === 'repair') return await runRepair(request, lease, current)
  if (request.kind === 'sync') {
    const events = syncArchive(request, current, lease.signal)
    for await (const _ of followRun(events, lease, request.into, environment));
    return
  }
  const { inputs, given } = await inputsOf(request, stagedImports, environment)
  // The page may leave the template empty.
  const names = request.names || backupOptions.names.default
  const events = backUpInput({ ...request, inputs, names }, current, lease.signal, { given })
  for await (const _ of followRun(events, lease, request.into, environment));
}

const SCHEMAS: Readonly<Record<string, z.ZodType<JobRequest>>> = {
  verify: VerifyJobRequest,
  repair: RepairJobRequest,
  sync: SyncJobRequest,
}

function readRequest(given: unknown): JobRequest {
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : ''
  const read = (SCHEMAS[asText(kind)] ?? BackupJobRequest).safeParse(given)
  if (read.success) return read.data
  throw new UserError(reason('app.job-of-other-version'), reason('app.order-anew'))
}

/** The inputs by the names that the walk knows them by, and what some of them were read as before. */
async function inputsOf(
  job: BackupJobRequest,
  stagedImports: StagedImports,
  environment: Environment,
) {
  const given = new Map<string, readonly Playlist[]>()
  for (const each of job.inputs)
    if (each.kind === 'reading') {
      const found = await stagedImports.find(each.id).catch((error: unknown) => {
        throw explainMissing(error, environment)
      })
      given.set(nameOf(each), found)
    }
  return { inputs: job.inputs.map(nameOf), given }
}

/** Where several machines do the jobs of one list, an upload may lie on another. */
function explainMissing(error: unknown, { databaseUrl, dataDir = '' }: Environment): unknown {
  const isGone = error instanceof UserError && error.reason.code === 'playlist.staged-import-gone'
  if (!isGone || databaseUrl === undefined) return error
  const why = reason('app.import-not-here', { host: hostname(), folder: dataDir })
  return new UserError(why, reason('app.share-data-folder'), { cause: error })
}

function nameOf(input: JobInput): string {
  if (input.kind === 'link') return input.link.trim()
  if (input.kind === 'reading') return `reading:${input.id}`
  if (isAbsolute(input.path)) return input.path
  throw new UserError(reason('app.standard-input-gone'), reason('app.run-again-with-input'))
}
