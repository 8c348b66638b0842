import type { Reason, Told } from './reason.ts'
import type { Recording } from './recording.ts'

export type Field =
  | 'location'
  | 'title'
  | 'version'
  | 'artist'
  | 'guests'
  | 'album'
  | 'duration'
  | 'year'
  | 'isrc'
  | 'track-number'
  | 'popularity'
  | 'prior'

/** One step of the waterfall: what one field says for or against two texts naming one recording. */
export interface Evidence {
  readonly field: Field
  /** The level of agreement reached, in words: `exact`, `one edit`, `within 2 s`, `live against studio`. */
  readonly level: Reason
  /** Match weight: log2 of the Bayes factor (Fellegi and Sunter). Positive speaks for a match. */
  readonly weight: number
  /** The two values that were compared, where there were any: as they were given, or what was read from them. */
  readonly left?: Told
  readonly right?: Told
}

/** A candidate with its evidence; weights add up, the prior included. */
export interface Match {
  readonly recording: Recording
  /** Sum of the evidence's weights, in bits. */
  readonly weight: number
  /** 0 to 1: 2^weight / (1 + 2^weight), and after rivals have been heard. */
  readonly probability: number
  readonly evidence: readonly Evidence[]
  /** Remarks for the report: `remaster`, `different album`. */
  readonly notes: readonly Told[]
}

export type RankingDecision = 'match' | 'ambiguous' | 'none'

/** Candidates in, this out. */
export interface Ranking {
  readonly decision: RankingDecision
  /** Best first. With `match`, the leading ones that are `accepted` name the recording asked for. */
  readonly matches: readonly RankedMatch[]
  /** Why this decision, in a sentence for the user. */
  readonly reason: Told
}

export interface RankedMatch extends Match {
  /** True when this candidate by itself is sure enough to stand for the track. */
  readonly accepted: boolean
}
