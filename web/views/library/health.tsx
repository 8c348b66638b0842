import type { ArchiveInfo, Job, JobRequest } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { putJobs, useJobs } from '../../api/jobs.ts'
import { useIsGuest } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { readsBytes } from '../../parts/jobs/job-title.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'

/** Whether every file is still as it was kept, the way to find out, and to have back what is not. */
export function Health({ archive }: { readonly archive: ArchiveInfo }) {
  const text = useText().library
  const isGuest = useIsGuest()
  const { jobs } = useJobs()
  const { isRunning, error, run } = useAction()
  const looks = jobs.filter((job) => job.archive === archive.id && readsBytes(job))
  const running = looks.find(({ endedAt }) => endedAt === undefined)
  const { verified } = archive
  const isSound = verified?.faults === 0
  const isFaulty = (verified !== undefined && !isSound) || archive.troubles.length > 0
  const ask = (kind: 'verify' | 'repair') => {
    const request: JobRequest = { kind, into: archive.dir }
    void run(async () => putJobs([await send<Job>('POST', 'jobs', request)]))
  }
  return (
    <div className="health">
      <p className={verified ? (isSound ? 'sound' : 'faulty') : ''}>
        {verified && <i aria-hidden="true">{isSound ? '✓' : '!'}</i>}
        {verified ? text.verified(verified.at, verified.faults) : text.neverVerified}{' '}
        {!isSound && looks[0]?.endedAt !== undefined && (
          <a href={linkTo({ kind: 'job', job: looks[0].id })}>{text.whichFiles}</a>
        )}
      </p>
      {running ? (
        <Running job={running} />
      ) : (
        !isGuest && (
          <div className="actions">
            <button type="button" disabled={isRunning} onClick={() => ask('verify')}>
              {text.verify}
            </button>
            {isFaulty && (
              <button type="button" disabled={isRunning} onClick={() => ask('repair')}>
                {text.repair}
              </button>
            )}
          </div>
        )
      )}
      {isFaulty && !running && !isGuest && <p className="soft">{text.repairHint}</p>}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

function Running({ job }: { readonly job: Job }) {
  const text = useText().library
  const { done, total } = job
  const said = job.order.kind === 'repair' ? text.repairing : text.verifying
  return (
    <p className="verifying">
      <progress
        aria-label={said}
        max={total > 0 ? total : undefined}
        value={total > 0 ? done : undefined}
      />
      <a href={linkTo({ kind: 'job', job: job.id })}>{said}</a>
    </p>
  )
}
