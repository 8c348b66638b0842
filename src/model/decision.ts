import type { Evidence } from './match.ts'
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
  /** How a person found it; absent for what a run had found by itself. */
  readonly found?: FoundBy
  /** How it compares with the track, as it was shown: kept though it speaks against it. */
  readonly evidence?: ChosenEvidence
}

/** By what a person found a recording that no run had found. */
export type FoundBy =
  | { readonly kind: 'words'; readonly title: string; readonly artist: string }
  /** An address, or a code: ISRC, MBID. */
  | { readonly kind: 'address'; readonly address: string }
  /** A file of the machine that Songkeep ran on then. */
  | { readonly kind: 'file'; readonly path: string }
  /** A file given through the page, as it was called. */
  | { readonly kind: 'upload'; readonly name: string }

export interface ChosenEvidence {
  /** 0 to 1, as `Match.probability`. */
  readonly probability: number
  /** In bits. */
  readonly weight: number
  readonly steps: readonly Pick<Evidence, 'field' | 'level' | 'weight'>[]
}
