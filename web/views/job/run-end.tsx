import { useState } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { askJob, putJobs } from '../../api/jobs.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { Said } from '../../parts/page/sentence.tsx'
import { goTo, linkTo, viewOfJob } from '../../route.ts'
import { useText } from '../../text/text.ts'

/** What the run came to, and the next step. */
export function RunEnd({ job }: { readonly job: Job }) {
  const text = useText().job
  const [error, setError] = useState<unknown>()
  const view = viewOfJob(job.id)
  const { order } = job
  const isDry = order.kind === 'backup' && order.dryRun === true
  const open = (job.counts.ambiguous ?? 0) + (job.counts.review ?? 0)

  async function begin(make: () => Promise<Job>): Promise<void> {
    setError(undefined)
    try {
      const next = await make()
      putJobs([next])
      goTo(linkTo({ kind: 'job', job: next.id }))
    } catch (caught) {
      setError(caught)
    }
  }

  const forReal = () => {
    if (order.kind !== 'backup') throw new Error('only a backup is tried')
    const { dryRun, ...rest } = order
    return send<Job>('POST', 'jobs', rest)
  }
  return (
    <section className="ended" aria-labelledby="next">
      <h2 id="next">{text.ended[job.state]}</h2>
      {job.fault && (
        <div className="problem">
          <p>
            <Said>{job.fault.message}</Said>
          </p>
          {job.fault.hint !== undefined && (
            <p>
              <Said>{job.fault.hint}</Said>
            </p>
          )}
        </div>
      )}
      {isDry && <p>{text.dry}</p>}
      {job.state === 'done' && open > 0 && <p>{text.openLong(open)}</p>}
      <div className="actions">
        {order.kind === 'backup' && job.done > 0 && (
          <a
            className={open > 0 && !isDry ? 'button' : 'button primary'}
            href={linkTo({ kind: 'result', view })}
          >
            {text.seeResult}
          </a>
        )}
        {open > 0 && !isDry && (
          <a className="button primary" href={linkTo({ kind: 'review', view })}>
            {text.review(open)}
          </a>
        )}
        {order.kind === 'verify' && (
          <a
            className="button primary"
            href={linkTo({
              kind: 'library',
              archive: job.archive === undefined ? undefined : job.archive,
            })}
          >
            {text.toArchive}
          </a>
        )}
        {isDry && job.state === 'done' && (
          <button type="button" onClick={() => void begin(forReal)}>
            {text.forReal}
          </button>
        )}
        {(!isDry || job.state !== 'done') && (
          <button
            type="button"
            onClick={() =>
              void begin(() => askJob(job.id, job.state === 'done' ? 'again' : 'resume'))
            }
          >
            {job.state !== 'done'
              ? text.tryAgain
              : order.kind === 'verify'
                ? text.checkAgain
                : text.again}
          </button>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </section>
  )
}
