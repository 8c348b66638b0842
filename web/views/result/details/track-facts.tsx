import type { Track } from '../../../../src/model/track.ts'
import { useText } from '../../../text/text.ts'

/** The rest of what the playlist says of a track: what its line has no room for. */
export function TrackFacts({ track }: { readonly track: Track }) {
  const { result: text, format } = useText()
  const { album, year, durationMs, isrc, plays } = track
  const facts = [
    album,
    year === undefined ? undefined : String(year),
    durationMs === undefined ? undefined : format.duration(durationMs),
    isrc,
    plays === undefined ? undefined : text.plays(plays),
  ].filter((fact) => fact !== undefined)
  if (facts.length === 0) return null
  return (
    <p className="soft">
      {text.asked}: <bdi>{facts.join(' · ')}</bdi>
    </p>
  )
}
