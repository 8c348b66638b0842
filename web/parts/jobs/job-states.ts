import type { Job, JobState } from '../../../src/api/contract.ts'
import { type GroupCounts, sumGroups } from '../rows/groups.ts'

/** Its run is over: nothing of it changes any more. */
export const hasEnded = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

/** Its state as it is shown: a run that rests does nothing until its time has come. */
export const stateOf = ({ state, resting }: Job): JobState | 'resting' =>
  resting ? 'resting' : state

/** A sign for each state, so that none is told by colour alone. */
export const jobSigns: Readonly<Record<JobState | 'resting', string>> = {
  resting: '…',
  queued: '…',
  running: '▸',
  paused: '‖',
  interrupted: '!',
  done: '✓',
  failed: '×',
  cancelled: '–',
}

/** Whose colour a state borrows. */
export const jobTones: Readonly<Record<JobState | 'resting', string>> = {
  resting: 'skipped',
  queued: 'skipped',
  running: 'searching',
  paused: 'ambiguous',
  interrupted: 'ambiguous',
  done: 'kept',
  failed: 'failed',
  cancelled: 'skipped',
}

/** Its entries by how they ended, those that are still to come among them. */
export function countsOfJob({ counts, total, done }: Job): GroupCounts {
  return { ...sumGroups(counts), unreached: Math.max(0, total - done) }
}

/** What may be asked of it now. */
export function actionsFor({ state, signal }: Pick<Job, 'state' | 'signal'>) {
  const isLeft = state === 'paused' || state === 'interrupted'
  const isWaiting = signal !== undefined
  return {
    pause: (state === 'running' || state === 'queued') && !isWaiting,
    resume: isLeft,
    cancel: !hasEnded({ state }) && signal !== 'cancel',
    again: hasEnded({ state }),
    forget: isLeft || hasEnded({ state }),
  }
}

/** Those under way first, then what waits in the order in which it will run, then the latest. */
export function sortJobs(jobs: readonly Job[]): readonly Job[] {
  const rank = (job: Job) =>
    job.state === 'running' ? 0 : job.state === 'queued' ? 1 : hasEnded(job) ? 3 : 2
  const placeOf = ({ place = 0 }: Job) => place
  return jobs.toSorted((one, other) => rank(one) - rank(other) || placeOf(one) - placeOf(other))
}
