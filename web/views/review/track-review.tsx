import { useEffect, useRef, useState } from 'react'
import type { Decide, Row, Session } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { Guard } from '../../parts/page/error-boundary.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useDetails } from '../../parts/rows/use-details.ts'
import { useText } from '../../text/text.ts'
import { Candidates } from './candidates/candidates.tsx'
import { focusBeside, togglePlay } from './candidates/focus.ts'
import { chooseCandidate, countLikely, nextOpen, type Shortcut } from './decisions/choices.ts'
import { useDecisions } from './decisions/use-decisions.ts'
import { useShortcuts } from './decisions/use-shortcuts.ts'
import { Help } from './help.tsx'
import { keepNowId } from './keep-now.tsx'
import { ReviewNavigation } from './review-navigation.tsx'
import { TrackHead } from './track-head.tsx'
import { TrackLinks } from './track-links.tsx'

interface Props {
  readonly view: string
  /** At least one. */
  readonly rows: readonly Row[]
}

/** One track after another: what is asked for, what there is, and what is said about it. */
export function TrackReview({ view, rows }: Props) {
  const { review: text, shell } = useText()
  const [key, setKey] = useState(() => rows[nextOpen(rows, -1) ?? 0]?.key)
  const [said, setSaid] = useState('')
  const [isHelping, setHelping] = useState(false)
  /** The row whose unlikely candidates are shown too. */
  const [allOf, setAllOf] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const cards = useRef<HTMLDivElement>(null)
  const decisions = useDecisions(view)
  const { data: session } = useGet<Session>('session')

  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  )
  const row = rows[at] as Row
  const { details, error, retry } = useDetails(view, row)
  const candidates = details?.candidates ?? []
  const shown = allOf === row.key ? candidates.length : countLikely(candidates)

  // Whoever goes on by a key goes on reading there; at the beginning the page's title has the focus.
  const read = useRef(row.key)
  useEffect(() => {
    if (read.current === row.key) return
    read.current = row.key
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [row.key])

  const go = (to: number) => setKey(rows[(to + rows.length) % rows.length]?.key)

  async function decide(decision: Decide): Promise<void> {
    if (!details || details.key !== row.key) return
    if (!(await decisions.decide(row, details, decision))) return
    setSaid(text.decided(row.title, decision.kind === 'none'))
    const next = nextOpen(rows.with(at, { ...row, decided: 'none' }), at)
    if (next !== undefined) go(next)
    else document.getElementById(keepNowId)?.focus()
  }

  async function undo(): Promise<void> {
    const step = await decisions.undo()
    if (!step) return
    setKey(step.key)
    setSaid(step.isLost ? text.undoneLost : text.undone)
  }

  function obey(asked: Shortcut): void {
    if (asked.kind === 'choose') {
      if (asked.candidate < shown) void decide(chooseCandidate(row, asked.candidate))
    } else if (asked.kind === 'none') void decide({ kind: 'none' })
    else if (asked.kind === 'undo') void undo()
    else if (asked.kind === 'next') go(at + 1)
    else if (asked.kind === 'previous') go(at - 1)
    else if (asked.kind === 'play') togglePlay(cards.current)
    else if (asked.kind === 'help') setHelping(true)
    else focusBeside(cards.current, asked.kind === 'left' ? -1 : 1)
  }
  useShortcuts(obey, !isHelping)

  return (
    <>
      <ReviewNavigation
        rows={rows}
        at={at}
        canUndo={decisions.canUndo}
        said={said}
        onGo={go}
        onUndo={() => void undo()}
        onHelp={() => setHelping(true)}
      />
      {decisions.error !== undefined && <Problem error={decisions.error} />}
      <TrackHead ref={heading} row={row} details={details} />
      {error !== undefined && <Problem error={error} retry={retry} />}
      {!details && error === undefined && <p className="soft">{shell.loading}</p>}
      {details && (
        <Guard key={row.key}>
          <Candidates
            ref={cards}
            view={view}
            row={row}
            details={details}
            shown={shown}
            mediaHosts={session?.mediaHosts ?? []}
            onDecide={(decision) => void decide(decision)}
            onShowAll={() => setAllOf(row.key)}
          />
          <TrackLinks details={details} />
        </Guard>
      )}
      {isHelping && <Help onClose={() => setHelping(false)} />}
    </>
  )
}
