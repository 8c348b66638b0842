import type { Job } from '../../../src/api/contract.ts'
import { reasonsOfFault } from '../../api/fault.ts'
import { JobStateMark } from '../../parts/jobs/job-state.tsx'
import { countsOfJob } from '../../parts/jobs/job-states.ts'
import { readsBytes, titleOf } from '../../parts/jobs/job-title.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { JobActions } from './job-actions.tsx'

/** One run on the list of all: what it is, where it stands, and what may be done with it. */
export function JobItem({ job }: { readonly job: Job }) {
  const { jobs: text } = useText()
  const title = titleOf(job, text)
  return (
    <article aria-label={title}>
      <h3>
        <a href={linkTo({ kind: 'job', job: job.id })}>
          <bdi>{title}</bdi>
        </a>
      </h3>
      <JobStateMark job={job} />
      <JobFacts job={job} />
      {job.total > 0 && !readsBytes(job) && <JobProgress job={job} />}
      {job.state === 'interrupted' && <p>{text.interruptedLong}</p>}
      {job.fault && (
        <p>
          <Sentence reason={reasonsOfFault(job.fault).reason} />
        </p>
      )}
      <JobActions job={job} title={title} />
    </article>
  )
}

/** Who began it, when, and where its files go. */
function JobFacts({ job }: { readonly job: Job }) {
  const { jobs: text, format } = useText()
  const { order, by, startedAt, createdAt, endedAt, place, resting, account, noWorker } = job
  const facts = [
    place === undefined ? undefined : text.place(place),
    noWorker && text.noWorker,
    resting && text.until(format.time(resting.until)),
    order.kind === 'backup' && order.dryRun === true ? text.trial : undefined,
    account && text.forAccount(account),
    text.by[by],
    endedAt === undefined
      ? text.begun(format.time(startedAt ?? createdAt))
      : text.ended(format.time(endedAt)),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      <p className="soft">{facts.join(' · ')}</p>
      <p className="soft into">
        <bdi>{order.into}</bdi>
      </p>
    </>
  )
}

function JobProgress({ job }: { readonly job: Job }) {
  const { jobs: text } = useText()
  const progress = text.progress(job.done, job.total)
  return (
    <>
      <OutcomeBar counts={countsOfJob(job)} label={progress} />
      <p className="soft" aria-hidden="true">
        {progress}
      </p>
    </>
  )
}
