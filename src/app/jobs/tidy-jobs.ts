import type { JobRequest } from '../../api/contract.ts'
import type { Owners, Queue, Work } from '../../jobs/queue.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import { stagedImportsOf } from './describe-job.ts'

/** Jobs that have ended and are remembered, of an account or of the machine: what was kept, and why, stands in the archive. */
export const MAX_ENDED_JOBS = 50

/** Forgets old jobs, and removes staged imports that no job needs any more. `whose` stage their imports here. */
export async function tidyJobs(
  queue: Queue,
  stagedImports: StagedImports,
  whose?: Owners,
): Promise<void> {
  await queue.tidy(MAX_ENDED_JOBS, whose)
  await stagedImports.sweep(usedImports(await queue.list(whose)))
}

/** What was staged for a job that was forgotten goes, but for what another job was made of too. */
export async function dropImports(
  forgotten: Work,
  queue: Queue,
  stagedImports: StagedImports,
): Promise<void> {
  const dropped = usedImports([forgotten])
  if (dropped.size === 0) return
  for (const id of dropped.difference(usedImports(await queue.list())))
    await stagedImports.remove(id)
}

const usedImports = (jobs: readonly Work[]): ReadonlySet<string> =>
  new Set(jobs.flatMap(({ payload }) => stagedImportsOf(payload as JobRequest)))
