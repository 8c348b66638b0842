import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { memo, useRef } from 'react'
import type { ListEntry, Row, RowState } from '../../../src/api/contract.ts'
import type { Entries } from '../../api/live.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { isAtWork, stateAtRest } from '../../parts/rows/at-rest.ts'
import { RowBlock } from '../../parts/rows/row-block.tsx'
import { StateMark } from '../../parts/rows/state-mark.tsx'
import { useListLayout } from '../../parts/rows/use-list-layout.ts'
import { useText } from '../../text/text.ts'
import { type Outline, type OutlineItem, outlineOf } from './outline.ts'

/** Rows drawn beyond each edge of the window: few, as the block must be painted whole to leave no gap. */
const overscan = 2

interface Props {
  readonly entries: Entries
  readonly isRunning: boolean
}

/** Every track with its state. Only the rows near the window are there: a playlist may have thousands. */
export function TrackList({ entries, isRunning }: Props) {
  const text = useText().job
  const list = useRef<HTMLDivElement>(null)
  const { offset, rowHeight } = useListLayout(list)
  const outline = outlineOf(entries.lists, entries.rows)
  const virtualizer = useWindowVirtualizer({
    count: outline.length,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: offset,
  })
  const showWork = () => {
    const at = outline.find(({ state }) => isAtWork(state))
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' })
  }
  if (outline.length === 0) return null
  const items = virtualizer.getVirtualItems()
  return (
    <section aria-labelledby="tracks">
      <div className="tracks-head">
        <h2 id="tracks">{text.tracks}</h2>
        {isRunning && (
          <button type="button" className="quiet" onClick={showWork}>
            {text.showWork}
          </button>
        )}
      </div>
      <RowBlock
        ref={list}
        className="tracks"
        height={outline.length * rowHeight}
        from={(items[0]?.start ?? offset) - offset}
        to={(items.at(-1)?.end ?? offset) - offset}
      >
        {items.map(({ index, start }) => drawItem(outline, index, start - offset, isRunning))}
      </RowBlock>
    </section>
  )
}

function drawItem(outline: Outline, index: number, top: number, isRunning: boolean) {
  const item = outline.at(index)
  if (!item) return null
  return (
    <li
      key={keyOf(item)}
      style={{ transform: `translateY(${top}px)` }}
      aria-setsize={outline.length}
      aria-posinset={index + 1}
    >
      {item.kind === 'row' ? (
        <TrackItem
          row={item.row}
          state={isRunning ? item.row.state : stateAtRest(item.row.state)}
        />
      ) : (
        <ListHeading list={item.list} />
      )}
    </li>
  )
}

const keyOf = (item: OutlineItem) => (item.kind === 'row' ? item.row.key : item.list.key)

function ListHeading({ list }: { readonly list: ListEntry }) {
  const text = useText().start
  return (
    <h3 className="list-head">
      <bdi>{list.name}</bdi> <small>{text.tracks(list.tracks)}</small>
    </h3>
  )
}

interface ItemProps {
  readonly row: Row
  /** As it is to be shown. */
  readonly state: RowState
}

const TrackItem = memo(function TrackLine({ row, state }: ItemProps) {
  const { format } = useText()
  return (
    <div className={`track ${state}`}>
      <span className="pos">{row.position}</span>
      <span className="what">
        <bdi className="title">{row.title}</bdi>{' '}
        {row.artists.length > 0 && <bdi className="by">{row.artists.join(', ')}</bdi>}
      </span>
      <span className="len">
        {row.durationMs === undefined ? '' : format.duration(row.durationMs)}
      </span>
      <StateMark state={state} />
      {row.reason !== undefined && (
        <span className="why">
          <Sentence reason={row.reason} />
        </span>
      )}
    </div>
  )
})
