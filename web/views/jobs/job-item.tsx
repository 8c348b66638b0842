import { useState } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { askJob, forgetJob } from '../../api/jobs.ts'
import { JobStateMark } from '../../parts/jobs/job-state.tsx'
import { actionsFor } from '../../parts/jobs/job-states.ts'
import { titleOf } from '../../parts/jobs/job-title.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { Said } from '../../parts/page/sentence.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { sumGroups } from '../../parts/rows/groups.ts'
import { OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { linkTo, viewOfJob } from '../../route.ts'
import { useText } from '../../text/text.ts'

/** One run on the list of all: what it is, where it stands, and what may be done with it. */
export function JobItem({ job }: { readonly job: Job }) {
  const { jobs: text, format } = useText()
  const [error, setError] = useState<unknown>()
  const may = actionsFor(job)
  const title = titleOf(job, text)
  const isBackup = job.order.kind === 'backup'
  const isTrial = job.order.kind === 'backup' && job.order.dryRun === true
  const counts = { ...sumGroups(job.counts), unreached: Math.max(0, job.total - job.done) }
  const facts = [
    ...(isTrial ? [text.trial] : []),
    text.by[job.by],
    job.endedAt === undefined
      ? text.begun(format.time(job.startedAt ?? job.createdAt))
      : text.ended(format.time(job.endedAt)),
  ]

  async function act(work: Promise<unknown>, said?: string): Promise<void> {
    setError(undefined)
    try {
      await work
      if (said !== undefined) showToast(said)
    } catch (caught) {
      setError(caught)
    }
  }

  return (
    <article aria-label={title}>
      <h3>
        <a href={linkTo({ kind: 'job', job: job.id })}>
          <bdi>{title}</bdi>
        </a>
      </h3>
      <JobStateMark job={job} />
      <p className="soft">{facts.join(' · ')}</p>
      <p className="soft into">
        <bdi>{job.order.into}</bdi>
      </p>
      {job.total > 0 && isBackup && (
        <>
          <OutcomeBar counts={counts} label={text.progress(job.done, job.total)} />
          <p className="soft" aria-hidden="true">
            {text.progress(job.done, job.total)}
          </p>
        </>
      )}
      {job.state === 'interrupted' && <p>{text.interruptedLong}</p>}
      {job.fault && (
        <p>
          <Said>{job.fault.message}</Said>
        </p>
      )}
      <div className="actions">
        {may.resume && (
          <button type="button" onClick={() => void act(askJob(job.id, 'resume'))}>
            {text.resume}
            <span className="sr"> {title}</span>
          </button>
        )}
        {isBackup && job.done > 0 && (
          <a className="button" href={linkTo({ kind: 'result', view: viewOfJob(job.id) })}>
            {text.result}
            <span className="sr"> {title}</span>
          </a>
        )}
        {may.forget && (
          <button
            type="button"
            className="quiet"
            title={text.forgetLong}
            onClick={() => void act(forgetJob(job.id), text.forgotten)}
          >
            {text.forget}
            <span className="sr"> {title}</span>
          </button>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </article>
  )
}
