import type { Catalogue } from './catalogue/catalogue.ts'
import { rank } from './match/rank.ts'
import type { Match, Ranking } from './model/match.ts'
import type { Recording } from './model/recording.ts'
import type { Track } from './model/track.ts'
import type { Source } from './source/source.ts'

/** Where recordings are looked for. */
export interface Places {
  /** Asked in this order, until something is sure: the user's own folders come first. */
  readonly sources: readonly Source[]
  /** Names recordings, holds no sound: asked when the sources are not sure. */
  readonly catalogue?: Pick<Catalogue, 'lookUp'>
}

/** What was found, and what a catalogue is sure it is. */
export interface Found extends Ranking {
  readonly known?: Match
}

/**
 * Asks one source after another until a recording is sure. What the playlist leaves out (length,
 * album, ISRC) a catalogue may know: with it, what was unclear is looked at again.
 */
export async function findRecording(
  track: Track,
  places: Places,
  signal: AbortSignal,
): Promise<Found> {
  const found = await searchSources(track, places, signal)
  if (found.decision === 'match' || !places.catalogue) return found
  const { decision, matches } = rank(track, places.catalogue.lookUp(track))
  const [known] = matches
  if (decision !== 'match' || !known) return found
  const again = await searchSources(fillIn(track, known.recording), places, signal)
  return { ...(again.decision === 'match' ? again : found), known }
}

async function searchSources(
  track: Track,
  { sources }: Places,
  signal: AbortSignal,
): Promise<Ranking> {
  const candidates: Recording[] = []
  let ranking = rank(track, candidates)
  for (const source of sources) {
    candidates.push(...(await source.search(track, signal)))
    ranking = doubtLengths(track, rank(track, candidates))
    if (ranking.decision === 'match') break
  }
  return ranking
}

/**
 * Where the playlist names no length, and files that fit equally well are of very different ones,
 * one is an edit, an extended mix or a take of its own, whatever its tags leave out.
 */
function doubtLengths(track: Track, ranking: Ranking): Ranking {
  const [best] = ranking.matches
  if (ranking.decision !== 'match' || track.durationMs !== undefined || !best) return ranking
  const apart = ranking.matches.some(
    ({ accepted, weight, recording }) =>
      accepted &&
      best.weight - weight < 1 &&
      Math.abs((recording.durationMs ?? Number.NaN) - (best.recording.durationMs ?? Number.NaN)) >
        30_000,
  )
  const reason = 'Recordings of this name have very different lengths, and the playlist gives none.'
  return apart ? { ...ranking, decision: 'ambiguous', reason } : ranking
}

/** The playlist's own words stay; only gaps are filled. */
function fillIn(track: Track, { album, durationMs, isrc, year }: Recording): Track {
  const facts = { album, durationMs, isrc, year }
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), ...track }
}
