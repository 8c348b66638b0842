import type { Job, ListEntry, Row } from '../../../src/api/contract.ts'
import { Said } from '../../parts/page/sentence.tsx'
import type { GroupCounts } from '../../parts/rows/groups.ts'
import { useText } from '../../text/text.ts'
import { AboutRun } from './about-run.tsx'
import { Actions } from './actions.tsx'
import { Changes } from './changes.tsx'
import { EntryTable } from './entries/entry-table.tsx'
import { LongTailFigure } from './long-tail-figure.tsx'
import type { Place } from './playlist-location.ts'

interface Props {
  readonly view: string
  readonly list: ListEntry
  readonly rows: readonly Row[]
  readonly counts: GroupCounts
  readonly place: Place
  readonly job: Job | undefined
}

/** All that stands below a playlist's headline. */
export function PlaylistResult({ view, list, rows, counts, place, job }: Props) {
  return (
    <>
      <Actions view={view} list={list} rows={rows} place={place} job={job} />
      <Unavailable report={list.report} />
      {list.changes && <Changes counts={list.changes} place={place} />}
      {list.report && <LongTailFigure rows={rows} />}
      <EntryTable view={view} rows={rows} counts={counts} place={place} />
      <AboutRun list={list} />
    </>
  )
}

/** Sources that did not answer: what they hold is missing. */
function Unavailable({ report }: Pick<ListEntry, 'report'>) {
  const text = useText().result
  if (!report || report.unavailable.length === 0) return null
  return (
    <div className="remark">
      <p>{text.unavailable}:</p>
      <ul>
        {report.unavailable.map(({ source, reason }) => (
          <li key={source}>
            <bdi>{source}</bdi>: <Said>{reason}</Said>
          </li>
        ))}
      </ul>
      <p>{text.unavailableLong}</p>
    </div>
  )
}
