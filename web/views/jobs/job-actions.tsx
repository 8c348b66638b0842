import type { Job } from '../../../src/api/contract.ts'
import { askJob, forgetJob } from '../../api/jobs.ts'
import { useAction } from '../../api/use-action.ts'
import { actionsFor } from '../../parts/jobs/job-states.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { linkTo, viewOfJob } from '../../route.ts'
import { useText } from '../../text/text.ts'

interface Props {
  readonly job: Job
  readonly title: string
}

/** What may be done with a run from the list: go on, see its result, forget it. */
export function JobActions({ job, title }: Props) {
  const { jobs: text } = useText()
  const { error, run } = useAction()
  const may = actionsFor(job)
  const forget = () =>
    run(() => forgetJob(job.id).then(() => showToast(({ jobs }) => jobs.forgotten)))
  const name = <span className="sr"> {title}</span>
  return (
    <>
      <div className="actions">
        {may.resume && (
          <button type="button" onClick={() => void run(() => askJob(job.id, 'resume'))}>
            {text.resume}
            {name}
          </button>
        )}
        {job.order.kind === 'backup' && job.done > 0 && (
          <a className="button" href={linkTo({ kind: 'result', view: viewOfJob(job.id) })}>
            {text.result}
            {name}
          </a>
        )}
        {may.forget && (
          <button
            type="button"
            className="quiet"
            title={text.forgetLong}
            onClick={() => void forget()}
          >
            {text.forget}
            {name}
          </button>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
