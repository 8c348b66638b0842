import type { Job, ListEntry, Row } from '../../../src/api/contract.ts'
import { linkTo, viewOfPlaylist } from '../../address.ts'
import { askJob } from '../../api/jobs.ts'
import { useIsGuest } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { Downloads } from '../../parts/archives/downloads.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { PlayAllButton } from '../../parts/players/play-context.tsx'
import { isKept } from '../../parts/rows/groups.ts'
import { goTo, useQuery } from '../../route.ts'
import { useText } from '../../text/text.ts'
import type { PlaylistLocation } from './playlist-location.ts'
import { readShown, writeShown } from './shown.ts'

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
  const isGuest = useIsGuest()
  const { error, run } = useAction()
  const open = rows.filter(isOpen).length
  const backUpAgain = (id: string) =>
    void run(async () => goTo(linkTo({ kind: 'job', job: (await askJob(id, 'again')).id })))
  const { archive, folder } = location
  const chosen = writeShown({ ...readShown(useQuery()), open: [] })
  return (
    <div className="actions">
      {open > 0 && !isGuest && (
        <a className="button primary" href={linkTo({ kind: 'review', view })}>
          {text.actions.review(open)}
        </a>
      )}
      <PlayAllButton rows={rows} archive={archive} />
      {job?.endedAt !== undefined && (
        <button type="button" onClick={() => backUpAgain(job.id)}>
          {text.actions.again}
        </button>
      )}
      {archive !== undefined && (
        <a className="button" href={linkTo({ kind: 'library', archive })}>
          {text.actions.archive}
        </a>
      )}
      {archive !== undefined && folder !== undefined && (
        <Downloads
          archive={archive}
          folder={folder}
          playlist={list.report?.playlist}
          report={list.report?.html}
        />
      )}
      {archive !== undefined && folder !== undefined && rows.some(isMissing) && (
        <a
          className="button"
          href={linkTo({ kind: 'missing', view: viewOfPlaylist(archive, folder) })}
        >
          {text.actions.missing}
        </a>
      )}
      <a className="button" href={linkTo({ kind: 'print', view }, chosen)}>
        {text.actions.print}
      </a>
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

/** Not kept, and no row that is no music. */
const isMissing = (row: Row): boolean => !isKept(row) && row.state !== 'skipped'

/** The listener has to decide about it, and has not yet. */
const isOpen = ({ state, decided }: Row): boolean =>
  (state === 'ambiguous' || state === 'review') && decided === undefined
