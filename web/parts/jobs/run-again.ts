import type { Job, JobRequest, Settings } from '../../../src/api/contract.ts'
import { get, send } from '../../api/client.ts'
import { askJob, putJobs } from '../../api/jobs.ts'
import { requestOf } from '../../views/start/plan/request.ts'
import type { Rerun } from './find-rerun.ts'
import { keptLike } from './kept-like.ts'

/** Throws Refused. `dir` is the archive's, where it is not the job's to say. */
export async function runAgain(rerun: Exclude<Rerun, { kind: 'drop' }>, dir: string): Promise<Job> {
  if (rerun.kind === 'job') return await runInEarnest(rerun.job)
  const { settings } = await get<{ settings: Settings }>('settings')
  const plan = {
    settings: keptLike(settings, rerun.asked, dir),
    order: 'playlist',
    once: {},
  } as const
  const inputs = [{ kind: 'link', link: rerun.link }] as const
  return await begin(requestOf(plan, inputs, undefined, false))
}

/** Of a dry run again would be another dry run. */
async function runInEarnest({ id, order }: Job): Promise<Job> {
  if (order.kind !== 'backup' || !order.dryRun) return await askJob(id, 'again')
  return await begin({ ...order, dryRun: false })
}

async function begin(order: JobRequest): Promise<Job> {
  const job = await send<Job>('POST', 'jobs', order)
  putJobs([job])
  return job
}
