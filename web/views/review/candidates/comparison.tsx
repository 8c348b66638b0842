import type { Match } from '../../../../src/model/match.ts'
import type { Track } from '../../../../src/model/track.ts'
import { Fact, Facts } from '../../../parts/evidence/facts.tsx'
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
export function Comparison({ track, match, withLicence }: Props) {
  const { review: text, evidence, format } = useText()
  const { recording, notes } = match
  const { title, artists, album, durationMs, year, isrc, source, uploader, licence, media } =
    recording
  return (
    <Facts>
      <Fact term={text.fields.title}>
        <b>
          <Difference asked={track.title} found={title} />
        </b>
      </Fact>
      <Fact term={text.fields.artist}>
        <Difference asked={track.artists.join(', ')} found={artists.join(', ')} />
      </Fact>
      {album !== undefined && (
        <Fact term={text.fields.album}>
          <Difference asked={track.album} found={album} />
        </Fact>
      )}
      {durationMs !== undefined && (
        <Fact term={text.fields.duration}>
          {format.duration(durationMs)}
          {track.durationMs !== undefined && (
            <Aside differs={Math.abs(durationMs - track.durationMs) >= 1500}>
              {text.length(durationMs - track.durationMs)}
            </Aside>
          )}
        </Fact>
      )}
      {year !== undefined && (
        <Fact term={text.fields.year}>
          {year}
          {track.year !== undefined && (
            <Aside differs={year !== track.year}>
              {year === track.year ? text.same : text.insteadOf(String(track.year))}
            </Aside>
          )}
        </Fact>
      )}
      {isrc !== undefined && (
        <Fact term={text.fields.isrc}>
          {isrc}
          {track.isrc !== undefined && (
            <Aside differs={isrc !== track.isrc}>
              {isrc === track.isrc ? text.same : text.insteadOf(track.isrc)}
            </Aside>
          )}
        </Fact>
      )}
      {notes.length > 0 && <Fact term={evidence.notes}>{notes.map(evidence.word).join('; ')}</Fact>}
      <Fact term={text.fields.source}>
        <bdi>{media?.kind === 'file' ? media.path : source}</bdi>
        {uploader !== undefined && (
          <>
            , <bdi>{evidence.putThereBy(uploader)}</bdi>
          </>
        )}
      </Fact>
      {withLicence && licence !== undefined && (
        <Fact term={evidence.licence}>
          <OutsideLink url={licence} words={licence} />
        </Fact>
      )}
    </Facts>
  )
}

/** What a value is beside the playlist's; where it differs, a sign says so too. */
function Aside({ differs, children }: { readonly differs: boolean; readonly children: string }) {
  return (
    <small className={differs ? 'differs' : 'agrees'}>
      {' '}
      <span aria-hidden="true">{differs ? '≠' : '='}</span> {children}
    </small>
  )
}
