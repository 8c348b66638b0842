import type { ArtistNames } from '../model/artist-names.ts'
import type { Match, Ranking } from '../model/match.ts'
import { asReason, isOf, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { ACCEPT } from './compare.ts'
import { rank } from './rank.ts'

/** Candidates whose lengths differ by more are an edit, an extended mix or another take. */
const MAX_LENGTH_APART_MS = 30_000

/** Weights that lie no more apart, in bits, say that two candidates fit equally well. */
const EQUAL_BITS = 1

/**
 * The ranking of recordings of which one is to be copied. It is stricter than `rank`: there, several lengths of
 * one song still answer which song it is; here, one of them has to be taken.
 */
export const rankCopies = (
  track: Track,
  candidates: readonly Recording[],
  names?: ArtistNames,
): Ranking => askAboutVersion(doubtLengths(track, rank(track, candidates, names)))

/**
 * Where nobody knows the track's length, and candidates that fit equally well are of very different ones,
 * one is an edit, an extended mix or a take of its own, whatever its tags leave out.
 */
function doubtLengths(track: Track, ranking: Ranking): Ranking {
  const [best] = ranking.matches
  if (ranking.decision !== 'match' || track.durationMs !== undefined || !best) return ranking
  const bestMs = best.recording.durationMs ?? Number.NaN
  const areApart = ranking.matches.some(
    ({ accepted, weight, recording }) =>
      accepted &&
      best.weight - weight < EQUAL_BITS &&
      Math.abs((recording.durationMs ?? Number.NaN) - bestMs) > MAX_LENGTH_APART_MS,
  )
  if (!areApart) return ranking
  return { ...ranking, decision: 'ambiguous', reason: reason('match.lengths-apart') }
}

/**
 * Where nothing but the version speaks against the best candidate, it is never taken, but worth a question: it may be
 * all there is, and which version a playlist means is not always told.
 */
function askAboutVersion(ranking: Ranking): Ranking {
  if (ranking.decision !== 'none') return ranking
  const matches = ranking.matches.filter(isOtherVersion)
  const why = asReason(ranking.reason)
  if (matches[0] !== ranking.matches[0] || !isOf(why, 'match.another-recording')) return ranking
  return { decision: 'ambiguous', matches, reason: reason('match.doubtful', why.params) }
}

/** Whether it would be accepted, but for its version. */
function isOtherVersion({ weight, evidence }: Match): boolean {
  const against = evidence.find(({ field }) => field === 'version')?.weight ?? 0
  return against < 0 && 1 / (1 + 2 ** (against - weight)) >= ACCEPT
}

/** Of matches that come best first: those that fit as well as the best. */
export function equallyGood(matches: readonly Match[]): readonly Match[] {
  const [best] = matches
  return matches.filter(({ weight }) => best && best.weight - weight <= EQUAL_BITS)
}
