import type { Ref } from 'react'
import type { Details, Row } from '../../../src/api/contract.ts'
import { Sentences } from '../../parts/evidence/description-list.tsx'
import { StateMark } from '../../parts/rows/state-mark.tsx'
import { useText } from '../../text/text.ts'

interface Props {
  readonly ref: Ref<HTMLHeadingElement>
  readonly row: Row
  readonly details: Details | undefined
}

/** The track as the playlist names it, and why it needs a person. */
export function TrackHead({ ref, row, details }: Props) {
  const { review: text, format } = useText()
  const outcome = details?.outcome
  const track = outcome && 'track' in outcome ? outcome.track : undefined
  const { title, artists, album, durationMs } = track ?? row
  const facts = [
    album,
    track?.year === undefined ? undefined : String(track.year),
    durationMs === undefined ? undefined : format.duration(durationMs),
    track?.isrc,
  ].filter((fact) => fact !== undefined)
  return (
    <header className="review-head">
      <p className="eyebrow">{text.playlistSays}</p>
      <h2 ref={ref} tabIndex={-1}>
        <bdi>{title}</bdi>
        {artists.length > 0 && (
          <>
            {' '}
            <bdi className="by">{artists.join(', ')}</bdi>
          </>
        )}
      </h2>
      <p className="soft">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      <p>
        <StateMark state={row.state} />{' '}
        {row.decided !== undefined && <b>{text.already[row.decided]}</b>}
      </p>
      {outcome?.kind === 'ambiguous' && <Sentences reasons={[outcome.reason]} />}
      {outcome?.kind === 'review' && (
        <>
          <p>{text.doubt}</p>
          <Sentences reasons={outcome.verdict.reasons.slice(0, 1)} />
        </>
      )}
    </header>
  )
}
