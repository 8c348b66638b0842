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

/** A recording beside the track as the playlist names it, field by field. */
export function TrackComparison({ track, match, withLicence }: Props) {
  const { review: text, evidence, format } = useText()
  const { recording, notes } = match
  const { title, artists, album, durationMs, year, isrc, source, uploader, licence, media } =
    recording
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
      {durationMs !== undefined && (
        <Description term={text.fields.duration}>
          {format.duration(durationMs)}
          {track.durationMs !== undefined && (
            <Against differs={Math.abs(durationMs - track.durationMs) >= 1500}>
              {text.length(durationMs - track.durationMs)}
            </Against>
          )}
        </Description>
      )}
      {year !== undefined && (
        <Description term={text.fields.year}>
          {year}
          {track.year !== undefined && (
            <Against differs={year !== track.year}>
              {year === track.year ? text.same : text.insteadOf(String(track.year))}
            </Against>
          )}
        </Description>
      )}
      {isrc !== undefined && (
        <Description term={text.fields.isrc}>
          {isrc}
          {track.isrc !== undefined && (
            <Against differs={isrc !== track.isrc}>
              {isrc === track.isrc ? text.same : text.insteadOf(track.isrc)}
            </Against>
          )}
        </Description>
      )}
      {notes.length > 0 && (
        <Description term={evidence.notes}>{notes.map(evidence.word).join('; ')}</Description>
      )}
      <Description term={text.fields.source}>
        <bdi>{media?.kind === 'file' ? media.path : source}</bdi>
        {uploader !== undefined && (
          <>
            , <bdi>{evidence.putThereBy(uploader)}</bdi>
          </>
        )}
      </Description>
      {withLicence && licence !== undefined && (
        <Description term={evidence.licence}>
          <OutsideLink url={licence} words={licence} />
        </Description>
      )}
    </DescriptionList>
  )
}

/** What a value is beside the playlist's; where it differs, a sign says so too. */
function Against({ differs, children }: { readonly differs: boolean; readonly children: string }) {
  return (
    <small className={differs ? 'differs' : 'agrees'}>
      {' '}
      <span aria-hidden="true">{differs ? '≠' : '='}</span> {children}
    </small>
  )
}
