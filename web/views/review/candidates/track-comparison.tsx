import type { ReactNode } from 'react'
import type { Match } from '../../../../src/model/match.ts'
import type { Track } from '../../../../src/model/track.ts'
import { Description, DescriptionList } from '../../../parts/evidence/description-list.tsx'
import { OutsideLink } from '../../../parts/evidence/outside-link.tsx'
import { useText } from '../../../text/text.ts'
import { Difference } from './difference.tsx'

interface Props {
  readonly track: Track
  readonly match: Match
  /** Whether its licence is told here, word for word: a verdict would tell it too. */
  readonly withLicence: boolean
}

/** Lengths are not exact: below this they count as the same. */
const SAME_LENGTH_MS = 1500

/** A recording beside the track as the playlist names it, field by field. */
export function TrackComparison({ track, match, withLicence }: Props) {
  const { review: text, evidence } = useText()
  const { recording, notes } = match
  const { title, artists, album, licence } = recording
  return (
    <DescriptionList>
      <Description term={text.fields.title}>
        <b>
          <Difference asked={track.title} found={title} />
        </b>
      </Description>
      <Description term={text.fields.artist}>
        <Difference asked={track.artists.join(', ')} found={artists.join(', ')} />
      </Description>
      {album !== undefined && (
        <Description term={text.fields.album}>
          <Difference asked={track.album} found={album} />
        </Description>
      )}
      <Length track={track} durationMs={recording.durationMs} />
      <Same term={text.fields.year} asked={track.year} found={recording.year} />
      <Same term={text.fields.isrc} asked={track.isrc} found={recording.isrc} />
      {notes.length > 0 && (
        <Description term={evidence.notes}>{notes.map(evidence.word).join('; ')}</Description>
      )}
      <Source recording={recording} />
      {withLicence && licence !== undefined && (
        <Description term={evidence.licence}>
          <OutsideLink url={licence} words={licence} />
        </Description>
      )}
    </DescriptionList>
  )
}

function Length({
  track,
  durationMs,
}: {
  readonly track: Track
  readonly durationMs: number | undefined
}) {
  const { review: text, format } = useText()
  if (durationMs === undefined) return null
  return (
    <Description term={text.fields.duration}>
      {format.duration(durationMs)}
      {track.durationMs !== undefined && (
        <Against differs={Math.abs(durationMs - track.durationMs) >= SAME_LENGTH_MS}>
          {text.length(durationMs - track.durationMs)}
        </Against>
      )}
    </Description>
  )
}

/** A value that is either the playlist's own or another one. */
function Same<Value extends string | number>({
  term,
  asked,
  found,
}: {
  readonly term: string
  readonly asked: Value | undefined
  readonly found: Value | undefined
}) {
  const text = useText().review
  if (found === undefined) return null
  return (
    <Description term={term}>
      {found}
      {asked !== undefined && (
        <Against differs={found !== asked}>
          {found === asked ? text.same : text.insteadOf(String(asked))}
        </Against>
      )}
    </Description>
  )
}

/** Where it is, and who put it there. */
function Source({ recording }: Pick<Match, 'recording'>) {
  const { review: text, evidence } = useText()
  const { media, source, uploader } = recording
  return (
    <Description term={text.fields.source}>
      <bdi>{media?.kind === 'file' ? media.path : source}</bdi>
      {uploader !== undefined && (
        <>
          , <bdi>{evidence.putThereBy(uploader)}</bdi>
        </>
      )}
    </Description>
  )
}

/** What a value is beside the playlist's; where it differs, a sign says so too. */
function Against({
  differs,
  children,
}: {
  readonly differs: boolean
  readonly children: ReactNode
}) {
  return (
    <small className={differs ? 'differs' : 'agrees'}>
      {' '}
      <span aria-hidden="true">{differs ? '≠' : '='}</span> {children}
    </small>
  )
}
