import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import { RowBlock } from '../../../parts/rows/row-block.tsx'
import { useListLayout } from '../../../parts/rows/use-list-layout.ts'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { EntryItem } from './entry-item.tsx'
import { nextIndex } from './next-index.ts'
import type { Selection } from './select-rows.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
  readonly location: PlaylistLocation
  /** By which the rows were chosen: another one begins at the first of them. */
  readonly selection: Selection
}

/** Rows drawn beyond each edge of the window: few, as the block must be painted whole to leave no gap. */
const overscan = 2

/**
 * Thousands of rows, of which only those near the window are there. Closed ones are all of one height;
 * open ones are measured. The row that has the focus stays, however far it is scrolled away.
 */
export function RowList({ view, rows, location, selection }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(0)
  const toFocus = useRef(false)
  /** The rows near the window: without the one that has the focus, where that is far away. */
  const ends = useRef<readonly [number, number]>([0, 0])
  const text = useText().result
  const { offset, rowHeight, above } = useListLayout(list)
  const current = Math.min(active, rows.length - 1)
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan,
    scrollMargin: offset,
    scrollPaddingStart: above,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range)
      ends.current = [near[0] ?? 0, near.at(-1) ?? 0]
      return near.includes(current) ? near : [...near, current].toSorted((a, b) => a - b)
    },
  })
  // A row that is opened grows downwards, even where its head is out of sight.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ end }) =>
    end <= (virtualizer.scrollOffset ?? 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it tells when to begin anew
  useEffect(() => setActive(0), [selection])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height makes what was measured wrong
  useEffect(() => virtualizer.measure(), [rowHeight])

  useEffect(() => {
    if (!toFocus.current) return
    toFocus.current = false
    list.current
      ?.querySelector<HTMLElement>(`[data-index="${current}"] > button`)
      ?.focus({ preventScroll: true })
  })

  function press(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.matches('li > button')) return
    const page = Math.max(1, Math.floor((innerHeight - above) / rowHeight) - 1)
    const next = nextIndex(event.key, current, rows.length, page)
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setActive(next)
    toFocus.current = true
    virtualizer.scrollToIndex(next)
  }

  const toggle = useCallback((at: number, key: string) => {
    setActive(at)
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])

  const items = virtualizer.getVirtualItems()
  const [first, last] = ends.current.map((end) => items.find(({ index }) => index === end))
  return (
    <>
      <p className="sr">{text.keys}</p>
      <RowBlock
        ref={list}
        className="entries"
        height={virtualizer.getTotalSize()}
        from={(first?.start ?? offset) - offset}
        to={(last?.end ?? offset) - offset}
        onKeyDown={press}
      >
        {items.map(({ index, key, start }) => {
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
                top={start - offset}
                isOpen={open.has(row.key)}
                isCurrent={index === current}
                measure={virtualizer.measureElement}
                onToggle={toggle}
              />
            )
          )
        })}
      </RowBlock>
    </>
  )
}
