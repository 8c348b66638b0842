import type { Job } from '../../../src/api/contract.ts'
import { sumGroups } from '../../parts/rows/groups.ts'
import { Legend, OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { useText } from '../../text/text.ts'
import { roundRemaining } from './remaining-time.ts'
import { useRemainingTime } from './use-remaining-time.ts'
import { useThrottled } from './use-throttled.ts'

/** How far the whole is, in words and as a bar, and how long it may still take. */
export function RunProgress({
  job,
  lists,
}: {
  readonly job: Job
  /** Playlists that have been begun. */
  readonly lists: number
}) {
  const { job: text, format, words } = useText()
  const left = useRemainingTime(job)
  const counts = { ...sumGroups(job.counts), unreached: Math.max(0, job.total - job.done) }
  const said =
    job.total === 0 ? text.nothingYet[job.state] : text.howFar(job.done, job.total, counts)
  const leftSaid =
    job.state !== 'running' || job.total === 0
      ? ''
      : lists > 1
        ? // The total grows with each that is begun: a time reckoned from it would be wrong.
          text.moreMayCome
        : left === undefined
          ? text.leftUnknown
          : text.left(format.span(roundRemaining(left)))
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
