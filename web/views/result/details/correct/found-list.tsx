import { useId } from 'react'
import type {
  Details,
  Found,
  FoundCandidate,
  Row,
  Session,
} from '../../../../../src/api/contract.ts'
import type { Track } from '../../../../../src/model/track.ts'
import { addressOf } from '../../../../api/client.ts'
import { useGet } from '../../../../api/use-get.ts'
import { Sentences } from '../../../../parts/evidence/description-list.tsx'
import { VerdictFacts } from '../../../../parts/evidence/verdict.tsx'
import { Waterfall } from '../../../../parts/evidence/waterfall.tsx'
import { fitScale, type Scale } from '../../../../parts/evidence/waterfall-scale.ts'
import { mayPlay } from '../../../../parts/players/media-hosts.ts'
import { Player } from '../../../../parts/players/player.tsx'
import { useText } from '../../../../text/text.ts'
import { TrackComparison } from '../../../review/candidates/track-comparison.tsx'
import { useCorrectText } from './use-correct-text.ts'
import '../../../../styles/review.css'

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
  readonly found: Found
  readonly isDeciding: boolean
  readonly decide: (candidate: number, chosen: FoundCandidate) => void
  readonly searchWith: (known: FoundCandidate) => void
}

/** What was found by hand: how each compares, how it sounds, whether it may be kept, and the choice. */
export function FoundList(props: Props) {
  const { row, details, found } = props
  const { outcome } = details
  const { data: session } = useGet<Session>('session')
  const scale = fitScale(found.candidates.map(({ match }) => match.evidence))
  const track: Track =
    outcome && 'track' in outcome ? outcome.track : { title: row.title, artists: row.artists }
  return (
    <>
      <Sentences reasons={found.told} />
      <div className="candidates">
        {found.candidates.map((candidate, at) => (
          <FoundCard
            key={`${found.search} ${candidate.match.recording.source} ${candidate.match.recording.id}`}
            {...props}
            candidate={candidate}
            number={at}
            track={track}
            scale={scale}
            mediaHosts={session?.mediaHosts ?? []}
          />
        ))}
      </div>
    </>
  )
}

interface CardProps extends Props {
  readonly candidate: FoundCandidate
  /** From 0. */
  readonly number: number
  readonly track: Track
  readonly scale: Scale
  readonly mediaHosts: readonly string[]
}

function FoundCard(props: CardProps) {
  const { candidate, number, track, scale, isDeciding, decide, searchWith } = props
  const { review, evidence } = useText()
  const text = useCorrectText()
  const id = useId()
  const { match, verdict, hasSound } = candidate
  const share = evidence.probability(match.probability)
  const isOwn = match.recording.media?.kind === 'file'
  return (
    <article className="candidate" aria-labelledby={id}>
      <h4 id={id}>
        {review.candidate(number + 1)} <small>{evidence.likely(share)}</small>
      </h4>
      <TrackComparison track={track} match={match} withLicence={false} />
      <FoundSound {...props} />
      {!isOwn && hasSound && <VerdictFacts verdict={verdict} />}
      <details>
        <summary>{review.why(share)}</summary>
        <Waterfall match={match} scale={scale} />
      </details>
      {!hasSound ? (
        <button type="button" onClick={() => searchWith(candidate)}>
          {text.searchWithThese}
        </button>
      ) : verdict.action === 'link' ? (
        <p>{text.notKept}</p>
      ) : (
        <button
          type="button"
          className="primary"
          aria-describedby={id}
          disabled={isDeciding}
          onClick={() => decide(number, candidate)}
        >
          {verdict.action === 'review' ? text.takeLooked : text.take}
        </button>
      )}
    </article>
  )
}

/** Where it may be heard: the reader's own file, or an open host's. */
function FoundSound({ view, row, found, candidate, number, mediaHosts }: CardProps) {
  const { review } = useText()
  const { listen, match } = candidate
  const title = review.hear(number + 1, match.recording.title)
  if (!listen) return null
  const path = `${view}/found/${encodeURIComponent(row.key)}/${found.search}/${number}`
  if (listen.kind === 'local') return <Player src={addressOf(path)} title={title} />
  return mayPlay(listen.url, mediaHosts) ? <Player src={listen.url} title={title} /> : null
}
