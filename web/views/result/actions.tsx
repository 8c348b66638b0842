import { useState } from 'react'
import type { Job, ListEntry, Row } from '../../../src/api/contract.ts'
import { linkTo } from '../../address.ts'
import { askJob } from '../../api/jobs.ts'
import { Downloads } from '../../parts/archives/downloads.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { goTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import type { PlaylistLocation } from './playlist-location.ts'

interface Props {
  readonly view: string
  readonly list: ListEntry
  readonly rows: readonly Row[]
  readonly location: PlaylistLocation
  readonly job: Job | undefined
}

/** What can be done about the playlist as a whole. */
export function Actions({ view, list, rows, location, job }: Props) {
  const text = useText().result
  const [refused, setRefused] = useState<unknown>()
  const open = rows.filter(
    ({ state, decided }) => (state === 'ambiguous' || state === 'review') && decided === undefined,
  ).length

  async function backUpAgain(id: string): Promise<void> {
    setRefused(undefined)
    try {
      const { id: next } = await askJob(id, 'again')
      goTo(linkTo({ kind: 'job', job: next }))
    } catch (error) {
      setRefused(error)
    }
  }

  return (
    <div className="actions">
      {open > 0 && (
        <a className="button primary" href={linkTo({ kind: 'review', view })}>
          {text.actions.review(open)}
        </a>
      )}
      {job?.endedAt !== undefined && (
        <button type="button" onClick={() => void backUpAgain(job.id)}>
          {text.actions.again}
        </button>
      )}
      {location.archive !== undefined && (
        <a className="button" href={linkTo({ kind: 'library', archive: location.archive })}>
          {text.actions.archive}
        </a>
      )}
      {location.archive !== undefined && location.folder !== undefined && (
        <Downloads
          archive={location.archive}
          folder={location.folder}
          playlist={list.report?.playlist}
          report={list.report?.html}
        />
      )}
      {refused !== undefined && <Problem error={refused} />}
    </div>
  )
}
