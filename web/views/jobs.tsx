import type { Job } from '../../src/api/contract.ts'
import { useJobs } from '../api/live.ts'
import { hasEnded, sortJobs } from '../parts/jobs/job-states.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { linkTo } from '../route.ts'
import { useText } from '../text/text.ts'
import { JobItem } from './jobs/job-item.tsx'
import '../styles/evidence.css'
import '../styles/jobs.css'

/** All runs of this machine, those under way first. */
export function JobsView() {
  const { jobs: text, shell } = useText()
  const { jobs, loaded } = useJobs()
  const sorted = sortJobs(jobs)
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <p className="lead">{text.lead}</p>
      {!loaded && <p className="soft">{shell.loading}</p>}
      {loaded && jobs.length === 0 && (
        <p>
          {text.none} <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
        </p>
      )}
      <JobSection title={text.underWay} jobs={sorted.filter((job) => !hasEnded(job))} />
      <JobSection title={text.earlier} jobs={sorted.filter(hasEnded)} />
    </>
  )
}

function JobSection({ title, jobs }: { readonly title: string; readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="jobs plain-list">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobItem job={job} />
          </li>
        ))}
      </ul>
    </section>
  )
}
