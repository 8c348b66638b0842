import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { sharedWords } from '../../text/likeness.ts'
import { takeTitleApart } from '../../text/title/title.ts'

/** Candidates that a source answers with at most. */
const MAX_CANDIDATES = 50

/**
 * The likely ones first, each once, and no more than can be looked at. Likely is a rough guess by words in
 * common, so that what is cut off is not what was asked for: judging is the business of `match`.
 */
export function orderByLikeness(
  track: Track,
  recordings: readonly Recording[],
  most = MAX_CANDIDATES,
): readonly Recording[] {
  const unique = new Map<string, Recording>()
  for (const recording of recordings)
    if (!unique.has(recording.id)) unique.set(recording.id, recording)
  const guess = likenessTo(track)
  return [...unique.values()]
    .map((recording) => ({ recording, likeness: guess(recording) }))
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, most)
    .map(({ recording }) => recording)
}

function likenessTo(track: Track): (recording: Recording) => number {
  const wanted = takeTitleApart(track.title)
  const core = wanted.core.split(' ')
  const artists = wordsOf(track.artists)
  return ({ title, artists: credited, durationMs = Number.NaN }) => {
    const given = takeTitleApart(title)
    // `Artist - Title` is one title to many hosts.
    const titles = [given.core, ...given.subtitles].map((text) => text.split(' '))
    const apart = Math.abs((track.durationMs ?? Number.NaN) - durationMs)
    return (
      2 * Math.max(...titles.map((words) => sharedWords(core, words))) +
      sharedWords(artists, wordsOf(credited)) +
      (apart < 3000 ? 0.5 : 0) +
      (wanted.versions.length === given.versions.length ? 0.25 : 0)
    )
  }
}

const wordsOf = (names: readonly string[]) =>
  names.flatMap((name) => foldText(name).split(' ')).filter((word) => word !== '')
