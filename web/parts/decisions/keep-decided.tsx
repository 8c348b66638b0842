import type { Job } from '../../../src/api/contract.ts'
import { useJobs } from '../../api/live.ts'
import { useAction } from '../../api/use-action.ts'
import { useGet } from '../../api/use-get.ts'
import { goTo, linkTo, viewOfJob, viewOfPlaylist } from '../../route.ts'
import { useText } from '../../text/text.ts'
import type { ArchiveAnswer } from '../archives/archive-answer.ts'
import { findRerun, type Rerun } from '../jobs/find-rerun.ts'
import { runAgain } from '../jobs/run-again.ts'
import { Problem } from '../page/problem.tsx'

/** The backup that makes files of what was decided; where a run is still going, that is told. */
export function KeepDecided({ view, isShort }: { readonly view: string; readonly isShort?: true }) {
  const text = useText().review
  const { jobs } = useJobs()
  const job = jobs.find(({ id }) => viewOfJob(id) === view)
  const archive = view.startsWith('archives/') ? view.split('/')[1] : undefined
  const { data } = useGet<ArchiveAnswer>(archive === undefined ? undefined : `archives/${archive}`)
  if (job && job.endedAt === undefined) return <p>{text.stillRunning}</p>
  const rerun = job ? ({ kind: 'job', job } as const) : data && rerunOf(jobs, data, view)
  return rerun && <Begin rerun={rerun} dir={data?.archive.dir ?? ''} isShort={isShort === true} />
}

function rerunOf(jobs: readonly Job[], { archive, playlists }: ArchiveAnswer, view: string): Rerun {
  const playlist = playlists.find(({ folder }) => viewOfPlaylist(archive.id, folder) === view)
  return playlist ? findRerun(jobs, archive.id, playlist) : { kind: 'drop' }
}

interface BeginProps {
  readonly rerun: Rerun
  readonly dir: string
  readonly isShort: boolean
}

function Begin({ rerun, dir, isShort }: BeginProps) {
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
      {!isShort && <p>{text.keepNowLong}</p>}
      <button type="button" className="primary" disabled={isRunning} onClick={() => void begin()}>
        {text.keepNow}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
