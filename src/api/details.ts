import type { ChosenRecording } from '../model/decision.ts'
import type { Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'

/** All that is known of one row: what it ended as and why, and what there is to choose from. */
export interface Details {
  readonly key: string
  /** Absent while it is on its way. */
  readonly outcome?: Outcome
  /** What the user may decide for: an ambiguous track's candidates, or the one in doubt. */
  readonly candidates: readonly CandidateDetails[]
  readonly decision?: {
    readonly kind: 'recording' | 'none'
    /** Which of the candidates; absent where it is no longer among them. */
    readonly candidate?: number
    /** ISO 8601, UTC. */
    readonly at: string
    /** The recording that was decided for. */
    readonly chosen?: ChosenRecording
  }
}

export interface CandidateDetails {
  readonly match: Match
  /** Where its sound can be listened to: at `audio/:key/:candidate`, or at an open host's own address. */
  readonly listen?: { readonly kind: 'local' } | { readonly kind: 'open'; readonly url: string }
}
