import { memo } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import { RowCover } from '../../../parts/covers/row-cover.tsx'
import { ErrorBoundary } from '../../../parts/page/error-boundary.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { Sentence } from '../../../parts/page/sentence.tsx'
import { groupOf } from '../../../parts/rows/groups.ts'
import { StateMark } from '../../../parts/rows/state-mark.tsx'
import { useText } from '../../../text/text.ts'
import { EntryDetails } from '../details/entry-details.tsx'
import type { PlaylistLocation } from '../playlist-location.ts'

interface Props {
  readonly view: string
  readonly row: Row
  readonly location: PlaylistLocation
  readonly index: number
  readonly count: number
  /** From the list's top, in px. */
  readonly top: number
  readonly isOpen: boolean
  /** The one that Tab leads to. */
  readonly isCurrent: boolean
  readonly measure: (element: Element | null) => void
  /** Absent where it is opened, not chosen. */
  readonly isChosen: boolean | undefined
  readonly onToggle: (index: number, key: string, isRange: boolean) => void
}

/** One entry: a line that says what became of it, and behind it everything that is known. */
export const EntryItem = memo(function Entry(props: Props) {
  const { view, row, location, index, count, top, isOpen, isChosen, isCurrent, measure, onToggle } =
    props
  const id = `entry-${row.key}`
  return (
    <li
      ref={isOpen ? measure : undefined}
      className={`entry ${groupOf(row.state)}${isOpen ? ' open' : ''}`}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        className="line"
        tabIndex={isCurrent ? 0 : -1}
        aria-pressed={isChosen}
        aria-expanded={isChosen === undefined ? isOpen : undefined}
        aria-controls={isOpen ? id : undefined}
        onClick={({ shiftKey }) => onToggle(index, row.key, shiftKey)}
      >
        <EntrySummary row={row} />
      </button>
      <RowCover row={row} archive={location.archive} />
      {isOpen && (
        <div className="more" id={id}>
          <ErrorBoundary fallback={(error) => <Problem error={error} />}>
            <EntryDetails view={view} row={row} location={location} />
          </ErrorBoundary>
        </div>
      )}
    </li>
  )
})

function EntrySummary({ row }: { readonly row: Row }) {
  const { format, result: text } = useText()
  const { position, title, artists, durationMs, state } = row
  return (
    <>
      <span className="pos">{format.count(position)}</span>
      <span className="what">
        <bdi className="title">{title}</bdi> <bdi className="by">{artists.join(', ')}</bdi>
      </span>
      <span className="why">
        {row.decided !== undefined && (
          <b>{row.decided === 'none' ? text.decidedShort.none : text.decidedShort.recording} </b>
        )}
        {row.reason === undefined ? <bdi>{row.album}</bdi> : <Sentence reason={row.reason} />}
      </span>
      <span className="len">{durationMs === undefined ? '' : format.duration(durationMs)}</span>
      <StateMark state={state} />
    </>
  )
}
