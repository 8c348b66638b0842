import type { Job } from '../../../src/api/contract.ts'
import { reasonsOfFault } from '../../api/fault.ts'
import { OpenFolder } from '../../parts/archives/open-folder.tsx'
import { FaultText } from '../../parts/page/fault-text.tsx'
import { linkTo, viewOfJob } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { RerunButtons } from './rerun-buttons.tsx'

/** What the run came to, and the next step. */
export function RunEnd({ job }: { readonly job: Job }) {
  const text = useText().job
  const isTrial = isDryRun(job)
  const open = countOpen(job)
  return (
    <section className="ended" aria-labelledby="next">
      <h2 id="next">{text.ended[job.state]}</h2>
      {job.fault && (
        <div className="problem">
          <FaultText {...reasonsOfFault(job.fault)} />
        </div>
      )}
      {isTrial && <p>{text.dry}</p>}
      {job.state === 'done' && open > 0 && <p>{text.openLong(open)}</p>}
      <RerunButtons job={job} isTrial={isTrial}>
        <NextLinks job={job} canReview={open > 0 && !isTrial} open={open} />
        {!isTrial && job.archive !== undefined && (
          <OpenFolder archive={job.archive} dir={job.order.into} />
        )}
      </RerunButtons>
    </section>
  )
}

function NextLinks({
  job,
  canReview,
  open,
}: {
  readonly job: Job
  readonly canReview: boolean
  readonly open: number
}) {
  const text = useText().job
  const view = viewOfJob(job.id)
  return (
    <>
      {job.order.kind === 'backup' && job.done > 0 && (
        <a
          className={canReview ? 'button' : 'button primary'}
          href={linkTo({ kind: 'result', view })}
        >
          {text.seeResult}
        </a>
      )}
      {canReview && (
        <a className="button primary" href={linkTo({ kind: 'review', view })}>
          {text.review(open)}
        </a>
      )}
      {job.order.kind !== 'backup' && (
        <a className="button primary" href={linkTo({ kind: 'library', archive: job.archive })}>
          {text.toArchive}
        </a>
      )}
    </>
  )
}

const isDryRun = ({ order }: Job): boolean => order.kind === 'backup' && order.dryRun === true

/** Entries that the listener has to decide. */
const countOpen = ({ counts }: Job): number => (counts.ambiguous ?? 0) + (counts.review ?? 0)
