import { useJobs } from '../../api/live.ts'
import { titleOf } from '../../parts/jobs/job-title.ts'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'

const MAX_SHOWN = 3

/** Whoever comes back to the start most often looks for what runs. */
export function UnderWay() {
  const { start: text, jobs: names, format } = useText()
  const { jobs } = useJobs()
  const running = jobs.filter(({ state }) => state === 'running' || state === 'paused')
  if (running.length === 0) return null
  return (
    <section aria-labelledby="under-way">
      <h2 id="under-way">{text.underWay}</h2>
      <ul className="plain-list">
        {running.slice(0, MAX_SHOWN).map((job) => (
          <li key={job.id}>
            <a href={linkTo({ kind: 'job', job: job.id })}>
              <bdi>{titleOf(job, names)}</bdi>
            </a>{' '}
            <small>
              {format.count(job.done)} / {format.count(job.total)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
