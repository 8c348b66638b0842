import type { Job, ListEntry, Row } from '../../../src/api/contract.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { RowPictures } from '../../parts/pictures/row-pictures.tsx'
import { PlayableList } from '../../parts/players/play-context.tsx'
import type { GroupCounts } from '../../parts/rows/groups.ts'
import { useText } from '../../text/text.ts'
import { AboutRun } from './about-run.tsx'
import { Actions } from './actions.tsx'
import { ChangesSince } from './changes-since.tsx'
import { EntryTable } from './entries/entry-table.tsx'
import { LongTailFigure } from './long-tail-figure.tsx'
import type { PlaylistLocation } from './playlist-location.ts'
import type { ShownChoice } from './use-shown.ts'

interface Props {
  readonly view: string
  readonly list: ListEntry
  readonly rows: readonly Row[]
  readonly counts: GroupCounts
  readonly location: PlaylistLocation
  readonly job: Job | undefined
  readonly shown: ShownChoice
}

/** All that stands below a playlist's headline. */
export function PlaylistResult({ view, list, rows, counts, location, job, shown }: Props) {
  return (
    <PlayableList view={view} name={list.name} rows={rows} archive={location.archive}>
      <Actions view={view} list={list} rows={rows} location={location} job={job} />
      <ArchiveNotes report={list.report} />
      <Unavailable report={list.report} />
      {list.changes && <ChangesSince counts={list.changes} location={location} />}
      <EntryTable
        view={view}
        rows={rows}
        counts={counts}
        location={location}
        shown={shown}
        name={list.name}
        job={job}
      />
      {list.report && <LongTailFigure rows={rows} />}
      {list.report && <RowPictures rows={rows} />}
      <AboutRun list={list} />
    </PlayableList>
  )
}

/** What was wrong with the archive's own records, and what was done about it. */
function ArchiveNotes({ report }: Pick<ListEntry, 'report'>) {
  const notes = report?.archiveNotes ?? []
  if (notes.length === 0) return null
  return (
    <div className="remark">
      {notes.map((note) => (
        <p key={note.code}>
          <Sentence reason={note} />
        </p>
      ))}
    </div>
  )
}

/** What it means that there was no network; else sources that did not answer: what they hold is missing. */
function Unavailable({ report }: Pick<ListEntry, 'report'>) {
  const text = useText().result
  if (report?.network)
    return (
      <p className="remark">
        <Sentence reason={report.network} />
      </p>
    )
  if (!report || report.unavailable.length === 0) return null
  return (
    <div className="remark">
      <p>{text.unavailable}:</p>
      <ul>
        {report.unavailable.map(({ source, reason }) => (
          <li key={source}>
            <bdi>{source}</bdi>: <Sentence reason={reason} />
          </li>
        ))}
      </ul>
      <p>{text.unavailableLong}</p>
    </div>
  )
}
