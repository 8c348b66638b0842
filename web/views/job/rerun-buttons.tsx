import type { ReactNode } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { askJob, putJobs } from '../../api/jobs.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { goTo, linkTo } from '../../route.ts'
import { type Text, useText } from '../../text/text.ts'

interface Props {
  readonly job: Job
  readonly isTrial: boolean
  /** What stands before the buttons. */
  readonly children: ReactNode
}

/** Runs it once more: in earnest after a trial, again after its end, or from where it stopped. */
export function RerunButtons({ job, isTrial, children }: Props) {
  const text = useText().job
  const { error, run } = useAction()
  const begin = (make: () => Promise<Job>) =>
    void run(async () => {
      const next = await make()
      putJobs([next])
      goTo(linkTo({ kind: 'job', job: next.id }))
    })
  const isDone = job.state === 'done'
  return (
    <>
      <div className="actions">
        {children}
        {isTrial && isDone && (
          <button type="button" onClick={() => begin(() => runInEarnest(job))}>
            {text.forReal}
          </button>
        )}
        {(!isTrial || !isDone) && (
          <button
            type="button"
            onClick={() => begin(() => askJob(job.id, isDone ? 'again' : 'resume'))}
          >
            {nameRerun(job, text)}
          </button>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}

function runInEarnest({ order }: Job): Promise<Job> {
  if (order.kind !== 'backup') throw new Error('only a backup is tried')
  return send<Job>('POST', 'jobs', { ...order, dryRun: undefined })
}

function nameRerun({ state, order }: Job, text: Text['job']): string {
  if (state !== 'done') return text.tryAgain
  return order.kind === 'verify' || order.kind === 'repair' ? text.checkAgain : text.again
}
