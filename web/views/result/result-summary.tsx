import { useMemo } from 'react'
import type { Job, ListEntry, Row } from '../../../src/api/contract.ts'
import { linkTo } from '../../address.ts'
import type { GroupCounts } from '../../parts/rows/groups.ts'
import { Legend, OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { useText } from '../../text/text.ts'

interface Props {
  readonly list: ListEntry
  readonly rows: readonly Row[]
  readonly counts: GroupCounts
  readonly job: Job | undefined
}

/** The whole in a sentence and as one bar. */
export function ResultSummary({ list: { report }, rows, counts, job }: Props) {
  const text = useText().result
  const isDryRun = report?.dryRun ?? (job?.order.kind === 'backup' && job.order.dryRun === true)
  const lead = text.lead(counts, isDryRun)
  const music = useMemo(() => keptLength(rows), [rows])
  return (
    <>
      <p className="lead">{lead}</p>
      {report && <p className="amounts">{text.amounts(music, report.bytes, report.tookMs)}</p>}
      {job !== undefined && job.endedAt === undefined && (
        <p className="remark">
          {text.running} <a href={linkTo({ kind: 'job', job: job.id })}>{text.toProgress}</a>
        </p>
      )}
      {isDryRun && <p className="remark">{text.dryRun}</p>}
      {report?.stopped && <p className="remark">{text.stopped}</p>}
      <OutcomeBar counts={counts} label={lead} />
      <Legend counts={counts} />
    </>
  )
}

/** Of what is kept; absent where a kept entry tells no length. */
function keptLength(rows: readonly Row[]): number | undefined {
  const kept = rows.filter(({ state }) => state === 'kept' || state === 'already-kept')
  if (kept.some(({ durationMs }) => durationMs === undefined)) return undefined
  return kept.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
}
