import type { Kept } from './kept.ts'
import type { Match } from './match.ts'
import type { Playlist } from './playlist.ts'
import type { Track } from './track.ts'
import type { Verdict } from './verdict.ts'

/** What became of one entry of a playlist, and why. */
export type Outcome =
  | OutcomeOf<'kept', { readonly kept: Kept; readonly notes: readonly string[] }>
  | OutcomeOf<'already-kept', { readonly kept: Kept; readonly notes: readonly string[] }>
  /** A dry run: it would be kept. */
  | OutcomeOf<'would-keep', { readonly match: Match; readonly verdict: Verdict }>
  | OutcomeOf<'ambiguous', { readonly candidates: readonly Match[]; readonly reason: string }>
  /** `known`: a catalogue is sure which recording it is, though no copy was found. */
  | OutcomeOf<
      'not-found',
      { readonly nearest?: Match; readonly known?: Match; readonly reason: string }
    >
  | OutcomeOf<'refused', { readonly match: Match; readonly verdict: Verdict }>
  | OutcomeOf<'failed', { readonly match?: Match; readonly reason: string }>
  /** No music, or not readable: the playlist's reader said why. */
  | {
      readonly kind: 'skipped'
      readonly position: number
      readonly text: string
      readonly reason: string
    }

type OutcomeOf<Kind extends string, Rest> = {
  readonly kind: Kind
  readonly position: number
  readonly track: Track
} & Rest

export interface Report {
  readonly playlist: Playlist
  /** In the playlist's order, one for each entry. */
  readonly outcomes: readonly Outcome[]
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  /** True when the run was stopped before its end: the entries not reached are missing from `outcomes`. */
  readonly stopped: boolean
  readonly dryRun: boolean
  /** Hosts contacted during the run, and requests refused. */
  readonly hosts: readonly string[]
  readonly refusedRequests: readonly string[]
}
