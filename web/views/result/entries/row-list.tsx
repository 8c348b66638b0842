import { useCallback } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import { RowBlock } from '../../../parts/rows/row-block.tsx'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { EntryItem } from './entry-item.tsx'
import type { Selection } from './select-rows.ts'
import { useRowList } from './use-row-list.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
  readonly location: PlaylistLocation
  /** By which the rows were chosen: another one begins at the first of them. */
  readonly selection: Selection
  /** Keys of the open ones. */
  readonly open: readonly string[]
  readonly onToggle: (key: string) => void
  /** Keys of the chosen ones; absent where rows are opened, not chosen. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly onChoose: (key: string, isRange: boolean) => void
}

/**
 * Thousands of rows, of which only those near the window are there. Closed ones are all of one height;
 * open ones are measured. The row that has the focus stays, however far it is scrolled away.
 */
export function RowList(props: Props) {
  const { view, rows, location, selection, open, onToggle, chosen, onChoose } = props
  const text = useText().result
  const list = useRowList(rows, selection, open)
  const { activate } = list
  const isChoosing = chosen !== undefined
  const toggle = useCallback(
    (index: number, key: string, isRange: boolean) => {
      activate(index)
      if (isChoosing) onChoose(key, isRange)
      else onToggle(key)
    },
    [activate, onToggle, onChoose, isChoosing],
  )
  return (
    <>
      <p className="sr">{text.keys}</p>
      <RowBlock
        ref={list.ref}
        className="entries"
        height={list.height}
        from={list.from}
        to={list.to}
        onKeyDown={list.press}
      >
        {list.items.map(({ index, key, top }) => {
          const row = rows[index]
          return (
            row && (
              <EntryItem
                key={key}
                view={view}
                row={row}
                location={location}
                index={index}
                count={rows.length}
                top={top}
                isOpen={open.includes(row.key)}
                isChosen={chosen?.has(row.key)}
                isCurrent={index === list.current}
                measure={list.measure}
                onToggle={toggle}
              />
            )
          )
        })}
      </RowBlock>
    </>
  )
}
