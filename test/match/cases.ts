import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'

/** A song that nobody sings, so that no list of songs can know it. */
export const harbour: Track = {
  title: 'Blue Harbour',
  artists: ['The Lanterns'],
  album: 'Coastlines',
  durationMs: 221_000,
  year: 1998,
}

let last = 0
export const recordingOf = (track: Track): Recording => ({
  id: `r${++last}`,
  source: 'library',
  ...track,
})
