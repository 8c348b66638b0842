import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { useListPlace } from '../../parts/use-list-place.ts'
import { useText } from '../../text/text.ts'
import { Entry } from './entry.tsx'
import type { Place } from './place.ts'
import { stepTo } from './step-to.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
  readonly place: Place
}

/** Rows drawn beyond each edge of the window: two screens of them, so that a fast hand finds no gap. */
const overscan = 30

/**
 * Thousands of rows, of which only those near the window are there. Closed ones are all of one height;
 * open ones are measured. The row that has the focus stays, however far it is scrolled away.
 */
export function RowList({ view, rows, place }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(0)
  const toFocus = useRef(false)
  const text = useText().result
  const { offset, rowHeight, above } = useListPlace(list)
  const current = Math.min(active, rows.length - 1)
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan,
    scrollMargin: offset,
    scrollPaddingStart: above,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return shown.includes(current) ? shown : [...shown, current].toSorted((a, b) => a - b)
    },
  })
  // A row that is opened grows downwards, even where its head is out of sight.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ end }) =>
    end <= (virtualizer.scrollOffset ?? 0)

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
    const next = stepTo(event.key, current, rows.length, page)
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

  return (
    <>
      <p className="sr">{text.keys}</p>
      <ol
        ref={list}
        className="entries"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={press}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <Entry
                key={key}
                view={view}
                row={row}
                place={place}
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
      </ol>
    </>
  )
}
