import { randomUUID } from 'node:crypto'
import type { Job } from '../../api/contract.ts'
import { Lease } from '../../jobs/lease.ts'
import type { Queue } from '../../jobs/queue.ts'
import { finish, runUnlessStopped } from '../../jobs/worker.ts'
import { openAccountWork } from '../accounts/account-work.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { describeJob } from './describe-job.ts'
import { openJobImports, openJobQueue } from './open-jobs.ts'

/**
 * Does one job that is in line, in this process, until its end; when `signal` is aborted it goes back in line. Undefined
 * where somebody else has taken it, or its archive is at work. `onRest` is told when it begins to wait for its time, and when
 * that has become another. UserError where the list of jobs cannot be opened.
 */
export async function runHere(
  id: string,
  environment: Environment,
  signal: AbortSignal,
  onRest: (job: Job) => void,
): Promise<Job | undefined> {
  const dataDir = await openDataFolder(environment)
  const stagedImports = await openJobImports(dataDir)
  await using queue = await openJobQueue(dataDir, environment)
  await using work = openAccountWork(environment, stagedImports)
  const runner = randomUUID()
  const claimed = await queue.claim(id, runner)
  if (!claimed) return undefined
  const lease = new Lease(queue, claimed, runner)
  const leave = () => lease.leave()
  if (signal.aborted) leave()
  signal.addEventListener('abort', leave, { once: true })
  await using _ = await watchRest(queue, id, onRest)
  await finish(lease, await runUnlessStopped(lease, work.run))
  const ended = await queue.find(id)
  return ended && describeJob(ended)
}

async function watchRest(
  queue: Queue,
  id: string,
  onRest: (job: Job) => void,
): Promise<AsyncDisposable> {
  let told: string | undefined
  const look = async () => {
    const work = await queue.find(id)
    const job = work && describeJob(work)
    if (!job?.resting || job.resting.until === told) return
    told = job.resting.until
    onRest(job)
  }
  // What cannot be read now is read at the next change.
  return await queue.subscribe(() => void look().catch(() => {}))
}
