import { viewOfJob } from '../address.ts'
import { RequestError } from '../api/client.ts'
import { useEntries, useJobs } from '../api/live.ts'
import { JobStateMark } from '../parts/jobs/job-state.tsx'
import { hasEnded } from '../parts/jobs/job-states.ts'
import { readsBytes, titleOf } from '../parts/jobs/job-title.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { linkTo } from '../route.ts'
import { useText } from '../text/text.ts'
import { BytesProgress } from './job/bytes-progress.tsx'
import { Remarks } from './job/remarks.tsx'
import { RunControls } from './job/run-controls.tsx'
import { RunEnd } from './job/run-end.tsx'
import { RunProgress } from './job/run-progress.tsx'
import { TrackList } from './job/track-list.tsx'
import '../styles/evidence.css'
import '../styles/job.css'

/** One run, as it goes: what every track is at, and what comes next when it has ended. */
export function JobView({ id }: { readonly id: string }) {
  const text = useText()
  const { jobs, loaded } = useJobs()
  const entries = useEntries(viewOfJob(id))
  const job = jobs.find((each) => each.id === id)
  if (!job)
    return (
      <>
        <PageTitle>{text.job.title}</PageTitle>
        {loaded ? (
          <Problem error={new RequestError(404)} />
        ) : (
          <p className="soft">{text.shell.loading}</p>
        )}
        <p>
          <a href={linkTo({ kind: 'jobs' })}>{text.job.toRuns}</a>
        </p>
      </>
    )
  return (
    <article className="job">
      <PageTitle eyebrow={<JobStateMark job={job} />}>{titleOf(job, text.jobs)}</PageTitle>
      {readsBytes(job) ? <BytesProgress job={job} /> : <RunProgress job={job} />}
      <RunControls job={job} />
      {hasEnded(job) && <RunEnd job={job} />}
      {entries.error && <Problem error={entries.error} />}
      <Remarks remarks={entries.remarks} hasEnded={hasEnded(job)} />
      {entries.loading ? (
        <p className="soft">{text.shell.loading}</p>
      ) : (
        job.order.kind === 'backup' && (
          <TrackList entries={entries} isRunning={job.state === 'running'} />
        )
      )}
    </article>
  )
}
