import { useState } from 'react'
import type { ArchivedPlaylist, ArchiveInfo, Job, Row } from '../../../src/api/contract.ts'
import { useJobs } from '../../api/live.ts'
import { useGet } from '../../api/use-get.ts'
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

interface Stored {
  readonly archive: ArchiveInfo
  readonly playlists: readonly ArchivedPlaylist[]
}

/** How far one has come, and the backup that makes files of what was decided. */
export function KeepNow({ view, rows }: Props) {
  const text = useText().review
  const { jobs } = useJobs()
  const job = jobs.find(({ id }) => viewOfJob(id) === view)
  const archive = view.startsWith('archives/') ? view.split('/')[1] : undefined
  const { data } = useGet<Stored>(archive === undefined ? undefined : `archives/${archive}`)
  const decided = rows.filter((row) => row.decided !== undefined).length
  const way = job ? ({ kind: 'job', job } as const) : data && wayOf(jobs, data, view)
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
        way && <Begin way={way} dir={data?.archive.dir ?? ''} />
      )}
    </section>
  )
}

function wayOf(jobs: readonly Job[], { archive, playlists }: Stored, view: string): Rerun {
  const playlist = playlists.find(({ folder }) => viewOfPlaylist(archive.id, folder) === view)
  return playlist ? findRerun(jobs, archive.id, playlist) : { kind: 'drop' }
}

function Begin({ way, dir }: { readonly way: Rerun; readonly dir: string }) {
  const text = useText().review
  const [error, setError] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  if (way.kind === 'drop')
    return (
      <p>
        {text.dropAgain} <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
      </p>
    )

  async function begin(chosen: Exclude<Rerun, { kind: 'drop' }>): Promise<void> {
    setAsking(true)
    setError(undefined)
    try {
      const { id } = await runAgain(chosen, dir)
      goTo(linkTo({ kind: 'job', job: id }))
    } catch (caught) {
      setError(caught)
      setAsking(false)
    }
  }

  return (
    <>
      <p>{text.keepNowLong}</p>
      <button type="button" className="primary" disabled={isAsking} onClick={() => void begin(way)}>
        {text.keepNow}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
