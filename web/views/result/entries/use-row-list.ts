import {
  defaultRangeExtractor,
  type Range,
  useWindowVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import { type ListLayout, useListLayout } from '../../../parts/rows/use-list-layout.ts'
import { nextIndex } from './next-index.ts'
import type { Selection } from './select-rows.ts'

/** Rows drawn beyond each edge of the window: few, as the block must be painted whole to leave no gap. */
const overscan = 2

/** Which rows are there and where, which of them are open, and which one the keys lead on from. */
export function useRowList(rows: readonly Row[], selection: Selection, open: readonly string[]) {
  const ref = useRef<HTMLDivElement>(null)
  const layout = useListLayout(ref)
  const [active, setActive] = useState(0)
  const current = Math.min(active, rows.length - 1)
  const { virtualizer, near } = useVirtualRows(ref, rows, layout, current)
  const moveTo = useMovingFocus(ref, current, setActive)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it tells when to begin anew
  useEffect(() => setActive(0), [selection])

  useArrival(rows, open, layout.offset, (index) => {
    setActive(index)
    virtualizer.scrollToIndex(index, { align: 'start' })
  })

  function press(event: KeyboardEvent): void {
    const next = rowAskedFor(event, current, rows.length, layout)
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
    virtualizer.scrollToIndex(next)
  }

  const { offset } = layout
  const items = virtualizer.getVirtualItems()
  const [first, last] = near.current.map((end) => items.find(({ index }) => index === end))
  return {
    ref,
    current,
    activate: setActive,
    press,
    measure: virtualizer.measureElement,
    height: virtualizer.getTotalSize(),
    from: (first?.start ?? offset) - offset,
    to: (last?.end ?? offset) - offset,
    items: items.map(({ index, key, start }) => ({ index, key, top: start - offset })),
  }
}

/** `near` are the first and the last row near the window: without the current one, where that is far away. */
function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  layout: ListLayout,
  current: number,
) {
  const { offset, rowHeight, above } = layout
  const near = useRef<readonly [number, number]>([0, 0])
  const virtualizer: Virtualizer<Window, Element> = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan,
    scrollMargin: offset,
    scrollPaddingStart: above,
    rangeExtractor(range: Range) {
      const within = defaultRangeExtractor(range)
      near.current = [within[0] ?? 0, within.at(-1) ?? 0]
      return within.includes(current) ? within : [...within, current].toSorted((a, b) => a - b)
    },
  })
  // A row that is opened grows downwards, even where its head is out of sight.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ end }) =>
    end <= (virtualizer.scrollOffset ?? 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height makes what was measured wrong
  useEffect(() => {
    virtualizer.measure()
    // Lays all rows out as closed ones. Open ones that keep their height would tell it to nobody, and while the page is
    // scrolled `measureElement` asks nobody.
    virtualizer.getTotalSize()
    for (const row of list.current?.querySelectorAll<HTMLElement>('.entry.open') ?? [])
      virtualizer.resizeItem(virtualizer.indexFromElement(row), row.offsetHeight)
  }, [rowHeight])
  return { virtualizer, near }
}

/** Scrolls to the first row that the address opens, as soon as it is there; then the reader goes where they want. */
function useArrival(
  rows: readonly Row[],
  open: readonly string[],
  offset: number,
  show: (index: number) => void,
): void {
  const [awaited] = open
  const isArriving = useRef(awaited !== undefined)
  useEffect(
    () =>
      listenOnce(() => {
        isArriving.current = false
      }),
    [],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what is above the list, the row's place changes
  useEffect(() => {
    if (!isArriving.current) return
    const index = rows.findIndex(({ key }) => key === awaited)
    if (index >= 0) show(index)
  }, [rows, offset])
}

/** Of what a reader does to go elsewhere. */
function listenOnce(moved: () => void): () => void {
  const kinds = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'popstate']
  for (const kind of kinds) addEventListener(kind, moved, { passive: true })
  return () => {
    for (const kind of kinds) removeEventListener(kind, moved)
  }
}

/** The row that a key leads to has the focus as soon as it is there. */
function useMovingFocus(
  list: RefObject<HTMLElement | null>,
  current: number,
  activate: (index: number) => void,
): (index: number) => void {
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    list.current
      ?.querySelector<HTMLElement>(`[data-index="${current}"] > button`)
      ?.focus({ preventScroll: true })
  })
  return (index) => {
    activate(index)
    isMoving.current = true
  }
}

/** Undefined for keys that lead nowhere, and for those that are pressed within an open row. */
function rowAskedFor(
  event: KeyboardEvent,
  current: number,
  count: number,
  { above, rowHeight }: ListLayout,
): number | undefined {
  if (!(event.target instanceof Element) || !event.target.matches('li > button')) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const page = Math.max(1, Math.floor((innerHeight - above) / rowHeight) - 1)
  return nextIndex(event.key, current, count, page)
}
