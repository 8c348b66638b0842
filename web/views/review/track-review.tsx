import { useRef, useState } from 'react'
import type { Row, Session } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { ErrorBoundary } from '../../parts/page/error-boundary.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'
import { Candidates } from './candidates/candidates.tsx'
import { focusBeside, togglePlay } from './candidates/focus.ts'
import { chooseCandidate, type Shortcut } from './decisions/choices.ts'
import { useReview } from './decisions/use-review.ts'
import { useShortcuts } from './decisions/use-shortcuts.ts'
import { Help } from './help.tsx'
import { ReviewNavigation } from './review-navigation.tsx'
import { TrackHead } from './track-head.tsx'
import { TrackLinks } from './track-links.tsx'

interface Props {
  readonly view: string
  /** At least one. */
  readonly rows: readonly Row[]
}

/** One track after another: what is asked for, the recordings there are, and what is decided about it. */
export function TrackReview({ view, rows }: Props) {
  const { shell } = useText()
  const [isHelping, setHelping] = useState(false)
  const cards = useRef<HTMLDivElement>(null)
  const { data: session } = useGet<Session>('session')
  const review = useReview(view, rows)
  const { row, details, error, retry } = review
  useShortcuts((shortcut) => follow(shortcut, review, cards.current, setHelping), !isHelping)
  return (
    <>
      <ReviewNavigation rows={rows} review={review} onHelp={() => setHelping(true)} />
      {review.decideError !== undefined && <Problem error={review.decideError} />}
      <TrackHead ref={review.heading} row={row} details={details} />
      {error !== undefined && <Problem error={error} retry={retry} />}
      {!details && error === undefined && <p className="soft">{shell.loading}</p>}
      {details && (
        <ErrorBoundary key={row.key} fallback={(broken) => <Problem error={broken} />}>
          <Candidates
            ref={cards}
            view={view}
            row={row}
            details={details}
            shown={review.shown}
            mediaHosts={session?.mediaHosts ?? []}
            onDecide={(decision) => void review.decide(decision)}
            onShowAll={review.showAll}
          />
          <TrackLinks details={details} />
        </ErrorBoundary>
      )}
      {isHelping && <Help onClose={() => setHelping(false)} />}
    </>
  )
}

function follow(
  shortcut: Shortcut,
  review: ReturnType<typeof useReview>,
  cards: HTMLElement | null,
  setHelping: (isHelping: boolean) => void,
): void {
  const { row, at, shown } = review
  const { kind } = shortcut
  if (kind === 'choose') {
    if (shortcut.candidate < shown) void review.decide(chooseCandidate(row, shortcut.candidate))
  } else if (kind === 'none') void review.decide({ kind: 'none' })
  else if (kind === 'undo') void review.undo()
  else if (kind === 'next') review.go(at + 1)
  else if (kind === 'previous') review.go(at - 1)
  else if (kind === 'play') togglePlay(cards)
  else if (kind === 'help') setHelping(true)
  else focusBeside(cards, kind === 'left' ? -1 : 1)
}
