import { type RefObject, useLayoutEffect, useState } from 'react'

export interface ListLayout {
  /** Of the list's top from that of the document, in px. */
  readonly offset: number
  /** Of a closed row, in px. */
  readonly rowHeight: number
  /** What covers the window's top while the list is scrolled, in px. */
  readonly above: number
}

/** Where the list stands and how high its rows are; both change with what is above it and with the window. */
export function useListLayout(list: RefObject<HTMLElement | null>): ListLayout {
  const [place, setPlace] = useState<ListLayout>({ offset: 0, rowHeight: 64, above: 0 })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      const next = measure(element)
      setPlace((before) =>
        before.offset === next.offset &&
        before.rowHeight === next.rowHeight &&
        before.above === next.above
          ? before
          : next,
      )
    }
    look()
    // The document's height changes with whatever is above the list, and so do its controls.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    const controls = controlsOf(element)
    if (controls) observer.observe(controls)
    return () => observer.disconnect()
  }, [list])
  return place
}

function measure(element: HTMLElement): ListLayout {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const inRem = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'))
  return {
    offset: Math.round(element.getBoundingClientRect().top + scrollY),
    rowHeight: Math.round(inRem * rem),
    above: heightOfStuck(controlsOf(element)),
  }
}

const controlsOf = (element: HTMLElement) =>
  element.parentElement?.querySelector<HTMLElement>('.controls')

function heightOfStuck(controls: HTMLElement | null | undefined): number {
  return controls && getComputedStyle(controls).position === 'sticky' ? controls.offsetHeight : 0
}
