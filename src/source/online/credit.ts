import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'

/**
 * Where anybody may put files, the artist that a host names is often the account, the label or the author of
 * the page, and the file's name says who plays: `The Lanterns - Blue Harbour`. Who is asked for and stands there
 * in so many words is one more name of the credit. Nobody else is: half of a title is no artist.
 */
export function addNamedArtists(track: Track, recording: Recording): Recording {
  const { title, artists } = recording
  const parts = title.split(/\s+[-–—]\s+/u, 5)
  if (parts.length < 2) return recording
  const credited = new Set(artists.map(foldText))
  // `01 The Lanterns`: of a track's number and a name, either may be part of it.
  const named = new Set(parts.map(foldText).flatMap((part) => [part, part.replace(/^\d+ /, '')]))
  const added = track.artists.filter((artist) => {
    const name = foldText(artist)
    return named.has(name) && !credited.has(name)
  })
  return added.length === 0 ? recording : { ...recording, artists: [...artists, ...added] }
}
