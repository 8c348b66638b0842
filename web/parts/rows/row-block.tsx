import type { KeyboardEventHandler, ReactNode, Ref } from 'react'
import '../../styles/rows.css'

interface Props {
  /** The place that all rows would take. */
  readonly ref: Ref<HTMLDivElement>
  readonly className: string
  /** In px: of all rows, and of those that are there now, counted from the first of all. */
  readonly height: number
  readonly from: number
  readonly to: number
  readonly onKeyDown?: KeyboardEventHandler
  /** List items, each moved to its own distance from the first of all. */
  readonly children: ReactNode
}

/**
 * The rows of a long list that are there, in a block that never leaves the window. A browser scrolls
 * before a script has drawn: where the hand is faster, the block stays with the rows it has, stuck by its
 * far edge, until the next ones are drawn. So there is always a row to be seen, and never a gap, as long
 * as the block is little larger than the window: of what lies further below it Chromium paints 312 px
 * in time, and no more.
 */
export function RowBlock({ ref, className, height, from, to, onKeyDown, children }: Props) {
  const edge = `min(0px, calc(100vh - ${to - from}px))`
  return (
    <div ref={ref} className={`rows ${className}`} style={{ height }}>
      {/* No margin of the block: what is stuck never leaves the place where its margins fit. */}
      <div style={{ height: from }} />
      <div className="row-block" style={{ height: to - from, top: edge, bottom: edge }}>
        <ol style={{ transform: `translateY(${-from}px)` }} onKeyDown={onKeyDown}>
          {children}
        </ol>
      </div>
    </div>
  )
}
