import type { ArchiveInfo, Job } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { putJobs, useJobs } from '../../api/jobs.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'

/** Whether every file is still as it was kept, and the way to find out. */
export function Health({ archive }: { readonly archive: ArchiveInfo }) {
  const text = useText().library
  const { jobs } = useJobs()
  const { isRunning, error, run } = useAction()
  const checks = jobs.filter((job) => job.archive === archive.id && job.order.kind === 'verify')
  const running = checks.find(({ endedAt }) => endedAt === undefined)
  const { verified } = archive
  const isSound = verified?.faults === 0
  const verify = () =>
    run(async () =>
      putJobs([await send<Job>('POST', 'jobs', { kind: 'verify', into: archive.dir })]),
    )
  return (
    <div className="health">
      <p className={verified ? (isSound ? 'sound' : 'faulty') : ''}>
        {verified && <i aria-hidden="true">{isSound ? '✓' : '!'}</i>}
        {verified ? text.verified(verified.at, verified.faults) : text.neverVerified}{' '}
        {!isSound && checks[0]?.endedAt !== undefined && (
          <a href={linkTo({ kind: 'job', job: checks[0].id })}>{text.whichFiles}</a>
        )}
      </p>
      {running ? (
        <Running job={running} />
      ) : (
        <button type="button" disabled={isRunning} onClick={() => void verify()}>
          {text.verify}
        </button>
      )}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

function Running({ job }: { readonly job: Job }) {
  const text = useText().library
  const { done, total } = job
  return (
    <p className="verifying">
      <progress
        aria-label={text.verifying}
        max={total > 0 ? total : undefined}
        value={total > 0 ? done : undefined}
      />
      <a href={linkTo({ kind: 'job', job: job.id })}>{text.verifying}</a>
    </p>
  )
}
