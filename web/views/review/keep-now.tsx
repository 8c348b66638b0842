import type { Job, Row } from '../../../src/api/contract.ts'
import { useJobs } from '../../api/live.ts'
import { useAction } from '../../api/use-action.ts'
import { useGet } from '../../api/use-get.ts'
import type { ArchiveAnswer } from '../../parts/archives/archive-answer.ts'
import { findRerun, type Rerun } from '../../parts/jobs/find-rerun.ts'
import { runAgain } from '../../parts/jobs/run-again.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { goTo, linkTo, viewOfJob, viewOfPlaylist } from '../../route.ts'
import { useText } from '../../text/text.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
}

/** Where the reader is led when nothing is open any more. */
export const keepNowId = 'keep-now'

/** How far one has come, and the backup that makes files of what was decided. */
export function KeepNow({ view, rows }: Props) {
  const text = useText().review
  const { jobs } = useJobs()
  const job = jobs.find(({ id }) => viewOfJob(id) === view)
  const archive = view.startsWith('archives/') ? view.split('/')[1] : undefined
  const { data } = useGet<ArchiveAnswer>(archive === undefined ? undefined : `archives/${archive}`)
  const decided = rows.filter((row) => row.decided !== undefined).length
  const rerun = job ? ({ kind: 'job', job } as const) : data && rerunOf(jobs, data, view)
  return (
    <section className="keep-now">
      <h2 id={keepNowId} tabIndex={-1}>
        {text.soFar(decided, rows.length - decided)}
      </h2>
      {decided === 0 ? (
        <p>{text.stored}</p>
      ) : job && job.endedAt === undefined ? (
        <p>{text.stillRunning}</p>
      ) : (
        rerun && <Begin rerun={rerun} dir={data?.archive.dir ?? ''} />
      )}
    </section>
  )
}

function rerunOf(jobs: readonly Job[], { archive, playlists }: ArchiveAnswer, view: string): Rerun {
  const playlist = playlists.find(({ folder }) => viewOfPlaylist(archive.id, folder) === view)
  return playlist ? findRerun(jobs, archive.id, playlist) : { kind: 'drop' }
}

function Begin({ rerun, dir }: { readonly rerun: Rerun; readonly dir: string }) {
  const text = useText().review
  const { isRunning, error, run } = useAction()
  if (rerun.kind === 'drop')
    return (
      <p>
        {text.dropAgain} <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
      </p>
    )

  const begin = () =>
    run(async () => goTo(linkTo({ kind: 'job', job: (await runAgain(rerun, dir)).id })))
  return (
    <>
      <p>{text.keepNowLong}</p>
      <button type="button" className="primary" disabled={isRunning} onClick={() => void begin()}>
        {text.keepNow}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
