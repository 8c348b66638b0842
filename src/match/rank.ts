import type { ArtistNames } from '../model/artist-names.ts'
import type { RankedMatch, Ranking, RankingDecision } from '../model/match.ts'
import { type Reason, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { ACCEPT, compareLevels, DOUBT } from './compare.ts'
import { explain } from './explain.ts'
import { explainLocation, weighWithLocation } from './location.ts'
import { type Prepared, prepare } from './prepare.ts'
import { notesOf, reasonFor } from './reasons.ts'
import { type Levels, weigh } from './scoring.ts'
import { WEIGHTS } from './weights.ts'

interface Scored {
  readonly recording: Recording
  readonly prepared: Prepared
  readonly levels: Levels
  /** What the words alone come to. */
  readonly words: number
  readonly weight: number
}

/**
 * The candidates, best first, and whether the leading ones are the recording the track names.
 * Candidates that name the same recording as a better one stand behind it; those that name another
 * one are its rivals: between two that fit as well, nobody can tell. `names` tells who else is called what.
 */
export function rank(track: Track, candidates: readonly Recording[], names?: ArtistNames): Ranking {
  const asked = prepare(track, names)
  const scored = candidates
    .map((recording): Scored => {
      const prepared = prepare(recording, names)
      const levels = compareLevels(asked, prepared)
      const words = weigh(levels)
      const weight = weighWithLocation(track, recording, levels)
      return { recording, prepared, levels, words, weight }
    })
    .toSorted(
      (a, b) =>
        b.weight - a.weight || closeness(b, asked) - closeness(a, asked) || byPopularity(a, b),
    )
  const [best] = scored
  if (best === undefined) return { decision: 'none', matches: [], reason: reasonFor('none') }
  const rivals = rivalsOf(scored)
  const against = rivals.reduce((sum, { weight }) => sum + 2 ** weight, 0)
  const lengths = asked.durationMs === 0 ? lengthsOf(scored) : undefined
  const matches = scored.map((candidate): RankedMatch => {
    const { recording, prepared, levels, words, weight } = candidate
    // The rivals of a rival are the others and the best.
    const other = rivals.includes(candidate)
      ? against - 2 ** weight + 2 ** best.weight
      : weight >= DOUBTFUL
        ? against
        : 0
    const probability = 2 ** weight / (1 + 2 ** weight + other)
    return {
      recording,
      weight,
      probability,
      accepted: probability >= ACCEPT,
      evidence: [
        ...explain(levels, asked, prepared),
        ...explainLocation(track, recording, weight - words),
      ],
      notes: [
        ...notesOf(levels, asked, prepared),
        ...tagsOtherwise(candidate),
        ...(lengths !== undefined && probability >= ACCEPT ? [lengths] : []),
      ],
    }
  })
  const decision = decide(matches[0], best.weight)
  if (decision === 'match' && isByLocation(best))
    return { decision, matches, reason: reason('match.file-named') }
  return { decision, matches, reason: reasonFor(decision, best.levels, rivals[0]?.levels) }
}

/** Sure by its location, and not by its words. */
const isByLocation = ({ words, weight }: Scored) => weight > words && words < SURE

/** In bits: what the words have to come to. */
const SURE = Math.log2(ACCEPT / (1 - ACCEPT))

/** A remark where the file that is named is called otherwise. */
function tagsOtherwise(scored: Scored): readonly Reason[] {
  const { title, artists } = scored.recording
  if (!isByLocation(scored) || scored.weight < SURE) return []
  return [reason('match.tags-otherwise', { title, artists })]
}

/** A remark where the track tells no length and what fits it has several, 20 s and more apart. */
function lengthsOf(scored: readonly Scored[]): Reason | undefined {
  const [best] = scored
  const fit = scored.filter(
    ({ weight, prepared }) =>
      weight >= Math.max(DOUBTFUL, (best?.weight ?? 0) - 1) && prepared.durationMs > 0,
  )
  const lengths = fit.map(({ prepared }) => prepared.durationMs).toSorted((a, b) => a - b)
  const [shortestMs = 0, longestMs = 0] = [lengths[0], lengths.at(-1)]
  return longestMs - shortestMs > 20_000
    ? reason('match.several-lengths', { shortestMs, longestMs })
    : undefined
}

/** Below this weight a candidate is nobody's rival. */
const DOUBTFUL = 0

function decide(first: RankedMatch | undefined, weight: number): RankingDecision {
  if (first === undefined) return 'none'
  if (first.accepted) return 'match'
  return weight >= 0 || first.probability >= DOUBT ? 'ambiguous' : 'none'
}

/** The best candidate of every other recording that fits at all; of many, the first few. */
function rivalsOf(scored: readonly Scored[]): readonly Scored[] {
  const [best] = scored
  const rivals: Scored[] = []
  for (const candidate of scored.slice(1, 50)) {
    if (best === undefined || candidate.weight < Math.max(DOUBTFUL, best.weight - 8)) break
    if ([best, ...rivals].every((other) => isOther(candidate, other))) rivals.push(candidate)
    if (rivals.length === 5) break
  }
  return rivals
}

/** Whether two candidates, each of which fits, are two recordings. */
function isOther(left: Scored, right: Scored): boolean {
  const { title, artist, version } = compareLevels(left.prepared, right.prepared)
  if (artist === 'one-in-common' || WEIGHTS.artist[artist] < WEIGHTS.artist.missing) return true
  if (version === 'another-version' || version === 'another-detail' || version === 'live-album')
    return true
  const agreed = WEIGHTS.title.subtitle
  const both =
    WEIGHTS.title[left.levels.title] >= agreed && WEIGHTS.title[right.levels.title] >= agreed
  return !both && WEIGHTS.title[title] < 0
}

/** Among equals, the one whose text is nearest, as written. */
function closeness({ recording }: Scored, { given }: Prepared): number {
  const [artist = ''] = given.artists
  const [other = ''] = recording.artists
  let same = 0
  if (recording.title.toLowerCase() === given.title.toLowerCase()) same += 2
  if (artist.toLowerCase().startsWith(other.toLowerCase())) same += 1
  if (recording.artists.length === given.artists.length) same += 1
  return same
}

const byPopularity = (a: Scored, b: Scored) =>
  (b.recording.popularity ?? 0) - (a.recording.popularity ?? 0) ||
  (a.recording.id < b.recording.id ? -1 : a.recording.id > b.recording.id ? 1 : 0)
