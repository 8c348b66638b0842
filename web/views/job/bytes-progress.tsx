import type { Job } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { tellRemaining } from './tell-remaining.ts'

/** How far a run is that reads an archive's files: in bytes, and how long it may still take. */
export function BytesProgress({ job }: { readonly job: Job }) {
  const { job: text, format } = useText()
  const { order, state, done, total } = job
  const isRepair = order.kind === 'repair'
  const said =
    state === 'running' || state === 'done'
      ? (isRepair ? text.repairing : text.checking)[state]
      : text.nothingYet[state]
  const isUnderWay = state === 'running' && total > 0
  return (
    <section aria-label={text.overall}>
      <p className="lead" role="status">
        {said}
      </p>
      {isUnderWay && (
        <>
          <progress aria-label={said} max={total} value={done} />
          <p className="left soft">
            {text.howManyBytes(done, total)} {tellRemaining(job.remainingMs, text, format)}
          </p>
        </>
      )}
    </section>
  )
}
