import type { Job } from '../../../src/api/contract.ts'
import { sumGroups } from '../../parts/rows/groups.ts'
import { Legend, OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { useText } from '../../text/text.ts'
import { tellRemaining } from './tell-remaining.ts'
import { useThrottled } from './use-throttled.ts'

/** How far the whole is, in words and as a bar, and how long it may still take. */
export function RunProgress({ job }: { readonly job: Job }) {
  const { job: text, jobs, format, words } = useText()
  const counts = { ...sumGroups(job.counts), unreached: Math.max(0, job.total - job.done) }
  const said = job.noWorker
    ? `${jobs.states.queued}: ${jobs.noWorker}.`
    : job.total === 0
      ? text.nothingYet[job.state]
      : text.howFar(job.done, job.total, counts)
  const leftSaid = job.resting
    ? `${jobs.states.resting} ${jobs.until(format.time(job.resting.until))}.`
    : job.state !== 'running' || job.total === 0
      ? ''
      : tellRemaining(job.remainingMs, text, format)
  const aloud = useThrottled(`${said} ${leftSaid}`, `${job.state} ${words.language}`)
  return (
    <section aria-label={text.overall}>
      <p className="lead">{said}</p>
      <p className="left soft">{leftSaid}</p>
      <p className="sr" role="status">
        {aloud}
      </p>
      {job.total > 0 && (
        <>
          <OutcomeBar counts={counts} label={said} />
          <Legend counts={counts} />
        </>
      )}
    </section>
  )
}
