import { type ReactNode, useEffect, useRef } from 'react'

let cameFromElsewhere = false
addEventListener('hashchange', () => {
  cameFromElsewhere = true
})

/** The heading of a view: names the window, and takes the focus when the reader came from another view. */
export function PageTitle({
  children,
  eyebrow,
}: {
  readonly children: string
  readonly eyebrow?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = children === 'Songkeep' ? children : `${children} – Songkeep`
  }, [children])
  useEffect(() => {
    if (!cameFromElsewhere) return
    cameFromElsewhere = false
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  return (
    <>
      {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {children}
      </h1>
    </>
  )
}
