import type { Ref } from 'react'
import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import type { Track } from '../../../../src/model/track.ts'
import { VerdictFacts } from '../../../parts/evidence/verdict.tsx'
import { fitScale } from '../../../parts/evidence/waterfall-scale.ts'
import { useText } from '../../../text/text.ts'
import { chooseCandidate } from '../decisions/choices.ts'
import { CandidateCard } from './candidate-card.tsx'

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly view: string
  readonly row: Row
  readonly details: Details
  /** How many of the candidates. */
  readonly shown: number
  readonly mediaHosts: readonly string[]
  readonly onDecide: (decision: Decide) => void
  readonly onShowAll: () => void
}

/** Side by side what there is to choose from, each with what it has otherwise than the playlist says. */
export function Candidates(props: Props) {
  const { ref, view, row, details, mediaHosts, onDecide } = props
  const { review: text } = useText()
  const { candidates, outcome, decision } = details
  const shown = candidates.slice(0, props.shown)
  const scale = fitScale(shown.map(({ match }) => match.evidence))
  return (
    <>
      <p className="soft">{text.howToRead}</p>
      <div ref={ref} className="candidates">
        {shown.map((candidate, at) => (
          <CandidateCard
            key={`${candidate.match.recording.source} ${candidate.match.recording.id}`}
            view={view}
            row={row}
            track={trackOf(row, details)}
            candidate={candidate}
            number={at}
            scale={scale}
            mediaHosts={mediaHosts}
            isChosen={decision?.kind === 'recording' && decision.candidate === at}
            onChoose={() => onDecide(chooseCandidate(row, at))}
          >
            {outcome?.kind === 'review' && <VerdictFacts verdict={outcome.verdict} />}
          </CandidateCard>
        ))}
      </div>
      <OtherChoices {...props} more={candidates.length - shown.length} />
    </>
  )
}

function OtherChoices({
  row,
  details: { decision },
  more,
  onDecide,
  onShowAll,
}: Props & { readonly more: number }) {
  const { review: text } = useText()
  return (
    <p className="actions">
      {more > 0 && (
        <button type="button" className="quiet" onClick={onShowAll}>
          {text.more(more)}
        </button>
      )}
      <button
        type="button"
        aria-pressed={decision?.kind === 'none'}
        aria-keyshortcuts="n 0"
        onClick={() => onDecide({ kind: 'none' })}
      >
        {row.state === 'review' ? text.notThis : text.none} <kbd>N</kbd>
      </button>
    </p>
  )
}

/** The track as the playlist names it: in full where its outcome is known. */
const trackOf = (row: Row, { outcome }: Details): Track =>
  outcome && 'track' in outcome ? outcome.track : { title: row.title, artists: row.artists }
