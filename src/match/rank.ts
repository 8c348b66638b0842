import type { RankedMatch, Ranking } from '../model/match.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { ACCEPT, compareLevels, explain, probabilityOf, weigh } from './compare.ts'
import { prepare } from './prepare.ts'

/** The candidates, best first, and whether the leading ones are the recording the track names. */
export function rank(track: Track, candidates: readonly Recording[]): Ranking {
  const asked = prepare(track)
  const matches = candidates
    .map((recording): RankedMatch => {
      const right = prepare(recording)
      const levels = compareLevels(asked, right)
      const weight = weigh(levels, asked)
      const probability = probabilityOf(weight)
      return {
        recording,
        weight,
        probability,
        accepted: probability >= ACCEPT,
        evidence: explain(levels, asked, right),
        notes: [],
      }
    })
    .toSorted((a, b) => b.weight - a.weight)
  const [best] = matches
  if (best === undefined) return { decision: 'none', matches, reason: 'No candidate was found.' }
  if (best.accepted) return { decision: 'match', matches, reason: 'Sure enough.' }
  return { decision: 'none', matches, reason: 'The nearest candidate is not sure enough.' }
}
