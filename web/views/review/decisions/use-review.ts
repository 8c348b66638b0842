import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { useDetails } from '../../../parts/rows/use-details.ts'
import { type Text, useText } from '../../../text/text.ts'
import { keepNowId } from '../keep-now.tsx'
import { countLikely, nextOpen } from './choices.ts'
import { useDecisions } from './use-decisions.ts'

/** What was done last, in a language. */
type Announcement = (text: Text['review']) => string

/** Which of the rows is looked at, what is known of it, and the ways on: to another row, by a decision, by undoing one. */
export function useReview(view: string, rows: readonly Row[]) {
  const { review: text } = useText()
  const [key, setKey] = useState(() => rows[nextOpen(rows, -1) ?? 0]?.key)
  const [announcement, setAnnouncement] = useState<{ readonly in: Announcement }>()
  const decisions = useDecisions(view)
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  )
  const row = rows[at] as Row
  const { details, error, retry } = useDetails(view, row)
  const { shown, showAll } = useShownCandidates(row, details)
  const heading = useHeadingFocus(row)
  const go = (to: number) => setKey(rows[(to + rows.length) % rows.length]?.key)

  async function decide(decision: Decide): Promise<void> {
    if (!details || details.key !== row.key) return
    if (!(await decisions.decide(row, details, decision))) return
    const isNone = decision.kind === 'none'
    setAnnouncement({ in: ({ decided }) => decided(row.title, isNone) })
    const next = nextOpen(rows.with(at, { ...row, decided: 'none' }), at)
    if (next !== undefined) go(next)
    else document.getElementById(keepNowId)?.focus()
  }

  async function undo(): Promise<void> {
    const step = await decisions.undo()
    if (!step) return
    setKey(step.key)
    setAnnouncement({ in: ({ undone, undoneLost }) => (step.isLost ? undoneLost : undone) })
  }

  const { canUndo, error: decideError } = decisions
  const place = { at, row, details, error, retry, heading, shown, showAll }
  return {
    ...place,
    announcement: announcement?.in(text) ?? '',
    canUndo,
    decideError,
    go,
    decide,
    undo,
  }
}

/** How many of the candidates are shown: the likely ones, until all are asked for. */
function useShownCandidates(row: Row, details: Details | undefined) {
  /** The row whose unlikely candidates are shown too. */
  const [allOf, setAllOf] = useState<string>()
  const candidates = details?.candidates ?? []
  const shown = allOf === row.key ? candidates.length : countLikely(candidates)
  return { shown, showAll: () => setAllOf(row.key) }
}

/** Whoever goes on to another row reads on at its heading; at first the page's title has the focus. */
function useHeadingFocus(row: Row): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const read = useRef(row.key)
  useEffect(() => {
    if (read.current === row.key) return
    read.current = row.key
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [row.key])
  return heading
}
