import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { sharedWords } from '../../text/likeness.ts'
import { takeTitleApart } from '../../text/title.ts'

/** Candidates that a source answers with at most. */
const MOST = 50

/**
 * The likely ones first, each once, and no more than can be looked at. Likely is a rough guess by words in
 * common, so that what is cut off is not what was asked for: judging is the business of `match`.
 */
export function orderByLikeness(
  track: Track,
  recordings: readonly Recording[],
  most = MOST,
): readonly Recording[] {
  const unique = new Map<string, Recording>()
  for (const recording of recordings)
    if (!unique.has(recording.id)) unique.set(recording.id, recording)
  return [...unique.values()]
    .map((recording) => ({ recording, likeness: guessLikeness(track, recording) }))
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, most)
    .map(({ recording }) => recording)
}

function guessLikeness(track: Track, recording: Recording): number {
  const [wanted, given] = [takeTitleApart(track.title), takeTitleApart(recording.title)]
  const title = Math.max(
    sharedWords(wanted.core.split(' '), given.core.split(' ')),
    // `Artist - Title` is one title to many hosts.
    ...given.subtitles.map((subtitle) => sharedWords(wanted.core.split(' '), subtitle.split(' '))),
  )
  const artist = sharedWords(wordsOf(track.artists), wordsOf(recording.artists))
  const apart = Math.abs((track.durationMs ?? Number.NaN) - (recording.durationMs ?? Number.NaN))
  const sameVersions = wanted.versions.length === given.versions.length
  return 2 * title + artist + (apart < 3000 ? 0.5 : 0) + (sameVersions ? 0.25 : 0)
}

const wordsOf = (names: readonly string[]) =>
  names.flatMap((name) => foldText(name).split(' ')).filter((word) => word !== '')
