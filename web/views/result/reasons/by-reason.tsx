import { useMemo } from 'react'
import type { Job, Row } from '../../../../src/api/contract.ts'
import { writePositions } from '../../../../src/model/backup/positions.ts'
import { send } from '../../../api/client.ts'
import { putJobs } from '../../../api/jobs.ts'
import { useAction } from '../../../api/use-action.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { Sentence } from '../../../parts/page/sentence.tsx'
import { goTo, linkTo } from '../../../route.ts'
import { useText } from '../../../text/text.ts'
import { groupByReason, type ReasonGroup } from './reason-groups.ts'

interface Props {
  readonly rows: readonly Row[]
  /** The run's playlist; a run of several is asked again for this one. */
  readonly name: string
  readonly job: Job | undefined
  readonly onShow: (group: ReasonGroup) => void
}

/** Why entries are not kept, each reason with its count: to see them alone, and to look again for them. */
export function ByReason({ rows, name, job, onShow }: Props) {
  const { result: text } = useText()
  const { error, isRunning, run } = useAction()
  const groups = useMemo(() => groupByReason(rows), [rows])
  if (groups.length === 0) return null
  const again = canAskAgain(job)
    ? (group: ReasonGroup) =>
        void run(async () => {
          const entries = writePositions(group.rows.map(({ position }) => position))
          const order = { ...job.order, only: [name], entries, dryRun: false }
          const made = await send<Job>('POST', 'jobs', order)
          putJobs([made])
          goTo(linkTo({ kind: 'job', job: made.id }))
        })
    : undefined
  return (
    <details className="by-reason">
      <summary>{text.byReason(groups.length)}</summary>
      <ul>
        {groups.map((group) => (
          <li key={`${group.group} ${group.code}`}>
            <p>
              <b>{text.found(group.rows.length)}</b>
              {group.varies ? ` (${text.forExample})` : ''}: <Sentence reason={group.reason} />
            </p>
            <button type="button" onClick={() => onShow(group)}>
              {text.showThese}
            </button>
            {again && (
              <button type="button" disabled={isRunning} onClick={() => again(group)}>
                {text.lookAgain}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && <Problem error={error} />}
    </details>
  )
}

/** What was begun on the command line has files that the page may not have read. */
const canAskAgain = (job: Job | undefined): job is Job =>
  job?.endedAt !== undefined &&
  job.order.kind === 'backup' &&
  job.order.inputs.every(({ kind }) => kind !== 'file')
