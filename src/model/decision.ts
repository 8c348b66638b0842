import type { Track } from './track.ts'

/** What a person has settled about a track, for this run and all that follow. */
export interface Decision {
  /** As the playlist named it. */
  readonly track: Track
  readonly choice: DecisionChoice
  /** ISO 8601, UTC. */
  readonly decidedAt: string
}

export type DecisionChoice =
  /** This recording it is. */
  | ChosenRecording
  /** None of what was found is it. */
  | { readonly kind: 'none' }

export interface ChosenRecording {
  readonly kind: 'recording'
  /** `Recording.source` and `Recording.id`: what it is found again by. */
  readonly source: string
  readonly id: string
  /** For a person to read. */
  readonly title: string
  readonly artists: readonly string[]
  /** The user has also looked at a doubt about its licence (verdict `review`), and it holds. */
  readonly trusted?: true
}
