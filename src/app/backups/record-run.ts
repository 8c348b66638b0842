import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { BackupJobRequest, JobRequest } from '../../api/contract.ts'
import { Lease, type StopReason } from '../../jobs/lease.ts'
import type { Queue } from '../../jobs/queue.ts'
import { finish } from '../../jobs/worker.ts'
import type { BackupRequest } from '../../model/backup/request.ts'
import type { Progress } from '../../model/progress.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { readLink } from '../../playlist/links/playlist-link.ts'
import { UserError } from '../../words/user-error.ts'
import { MACHINE } from '../accounts/owner.ts'
import { wholeName } from '../archives/bucket/named.ts'
import { wholeCatalogue } from '../catalogues/published/address.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { CLI, titleOfRequest } from '../jobs/describe-job.ts'
import { exclusiveKeyOf } from '../jobs/jobs.ts'
import { openJobQueue } from '../jobs/open-jobs.ts'
import { MAX_ENDED_JOBS } from '../jobs/tidy-jobs.ts'
import { followRun } from './follow-run.ts'

/** A run of the command line as a job: whoever has the page open sees it, and can stop it. */
export interface RunRecord {
  /** Aborted when the page asks the run to stop. */
  readonly signal: AbortSignal
  /** Why the run was stopped from the page, for whoever sits at the command line. */
  readonly stopped: Reason | undefined
  /** Passes the events on and writes them down; `isStopped` tells whether the user broke off. */
  follow(events: AsyncIterable<Progress>, isStopped: () => boolean): AsyncGenerator<Progress>
}

/** Writes the run down where that can be done: a backup never fails for want of it. */
export async function recordRun(
  job: JobRequest,
  environment: Environment,
): Promise<RunRecord | undefined> {
  if (environment.dataDir === undefined) return undefined
  let queue: Queue | undefined
  try {
    queue = await openJobQueue(await openDataFolder(environment), environment)
    const lease = await adopt(queue, job)
    return recordOf(queue, lease, job, environment)
  } catch (error) {
    await attempt(async () => queue?.[Symbol.asyncDispose]())
    if (error instanceof UserError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

async function adopt(queue: Queue, request: JobRequest): Promise<Lease> {
  await queue.tidy(MAX_ENDED_JOBS, MACHINE)
  const runner = randomUUID()
  const [title, exclusiveKey] = [titleOfRequest(request), exclusiveKeyOf(request)]
  const work = await queue.adopt({ payload: request, title, owner: CLI, exclusiveKey }, runner)
  return new Lease(queue, work, runner)
}

function recordOf(
  queue: Queue,
  lease: Lease,
  { into }: JobRequest,
  environment: Environment,
): RunRecord {
  return {
    signal: lease.signal,
    get stopped() {
      return explainStop(lease.stopReason)
    },
    async *follow(events, isStopped) {
      try {
        yield* followRun(events, lease, into, environment)
        await attempt(async () => {
          if (isStopped() && lease.stopReason === undefined) await lease.end('paused')
          else await finish(lease)
        })
      } catch (error) {
        await attempt(() => finish(lease, { error }))
        throw error
      } finally {
        lease[Symbol.dispose]()
        await attempt(async () => queue[Symbol.asyncDispose]())
      }
    },
  }
}

function explainStop(stopReason: StopReason | undefined): Reason | undefined {
  if (stopReason === 'pause') return reason('app.paused-from-page')
  if (stopReason === 'cancel') return reason('app.cancelled-from-page')
  return undefined
}

/** What cannot be written down any more is shown as interrupted, and changes nothing of the backup. */
async function attempt(act: () => Promise<void> | undefined): Promise<void> {
  try {
    await act()
  } catch {}
}

/** A backup as a job: files and folders by their whole paths. */
export function jobOfBackup(request: BackupRequest): BackupJobRequest {
  const { inputs, libraries, catalogues, into } = request
  const all = (folders: readonly string[]) => folders.map((folder) => resolve(folder))
  return {
    ...request,
    kind: 'backup',
    inputs: inputs.map((each) =>
      readLink(each)
        ? { kind: 'link', link: each }
        : { kind: 'file', path: each === '-' ? each : resolve(each) },
    ),
    libraries: all(libraries),
    catalogues: catalogues.map(wholeCatalogue),
    into: wholeName(into),
  }
}
