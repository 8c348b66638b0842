import { type ReactNode, useId } from 'react'
import type { CandidateDetails, Row } from '../../../../src/api/contract.ts'
import type { Match } from '../../../../src/model/match.ts'
import type { Track } from '../../../../src/model/track.ts'
import { Cover } from '../../../parts/covers/cover.tsx'
import { OutsideLink } from '../../../parts/evidence/outside-link.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import type { Scale } from '../../../parts/evidence/waterfall-scale.ts'
import { useText } from '../../../text/text.ts'
import { CandidatePlayer } from './candidate-player.tsx'
import { TrackComparison } from './track-comparison.tsx'

interface Props {
  readonly view: string
  readonly row: Row
  readonly track: Track
  readonly candidate: CandidateDetails
  /** From 0. */
  readonly number: number
  readonly scale: Scale
  readonly mediaHosts: readonly string[]
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** What is said of its licence. */
  readonly children: ReactNode
}

/** One recording that it may be: what differs, how it sounds, what speaks for it, and the choice. */
export function CandidateCard(props: Props) {
  const { view, row, track, candidate, number, scale, mediaHosts, isChosen, onChoose } = props
  const { review: text, evidence } = useText()
  const id = useId()
  const { match } = candidate
  const share = evidence.probability(match.probability)
  const key = number < 9 ? String(number + 1) : undefined
  return (
    <article
      className={isChosen ? 'candidate chosen' : 'candidate'}
      tabIndex={-1}
      aria-labelledby={id}
    >
      <h3 id={id}>
        {text.candidate(number + 1)} <small>{evidence.likely(share)}</small>
      </h3>
      <TrackComparison track={track} match={match} withLicence={row.state !== 'review'} />
      <div className="with-cover">
        <Cover
          path={coverOf(view, row, candidate, number)}
          title={match.recording.title}
          size="large"
        />
        <CandidatePlayer
          view={view}
          row={row}
          candidate={candidate}
          number={number}
          mediaHosts={mediaHosts}
        />
      </div>
      {props.children}
      <MatchEvidence match={match} scale={scale} />
      <button
        type="button"
        className="primary"
        aria-pressed={isChosen}
        aria-describedby={id}
        aria-keyshortcuts={key}
        onClick={onChoose}
      >
        {isChosen && <span aria-hidden="true">✓</span>}
        {row.state === 'review' ? text.looked : text.choose} {key && <kbd>{key}</kbd>}
      </button>
    </article>
  )
}

/** Of a file of the user's own; an open host is asked for no picture while somebody only looks. */
const coverOf = (view: string, row: Row, { listen }: CandidateDetails, number: number) =>
  listen?.kind === 'local' ? `${view}/cover/${encodeURIComponent(row.key)}/${number}` : undefined

/** Its own page, and what speaks for it and against it. */
function MatchEvidence({ match, scale }: { readonly match: Match; readonly scale: Scale }) {
  const { review: text, evidence } = useText()
  const { recording, probability } = match
  return (
    <>
      {recording.url !== undefined && (
        <p>
          <OutsideLink url={recording.url} words={text.itsPage(recording.source)} />
        </p>
      )}
      <details>
        <summary>{text.why(evidence.probability(probability))}</summary>
        <Waterfall match={match} scale={scale} />
      </details>
    </>
  )
}
