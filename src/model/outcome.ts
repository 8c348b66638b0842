import type { ArchivedFile } from './archived-file.ts'
import type { LastingChoices } from './backup/request.ts'
import type { Link } from './link.ts'
import type { Changes } from './lists/changes.ts'
import type { Match } from './match.ts'
import type { Playlist } from './playlist.ts'
import type { Told } from './reason.ts'
import type { Track } from './track.ts'
import type { Verdict } from './verdict.ts'

/** What became of one entry of a playlist, and why. */
export type Outcome =
  | OutcomeOf<'kept', { readonly kept: ArchivedFile; readonly notes: readonly Told[] }>
  | OutcomeOf<'already-kept', { readonly kept: ArchivedFile; readonly notes: readonly Told[] }>
  /** A dry run: it would be kept. */
  | OutcomeOf<'would-keep', { readonly match: Match; readonly verdict: Verdict }>
  | OutcomeOf<'ambiguous', WithLinks<{ candidates: readonly Match[]; reason: Told }>>
  /** The verdict says `review`: what is claimed and what is known do not fit, and a person has to look. */
  | OutcomeOf<'review', WithLinks<{ match: Match; verdict: Verdict }>>
  /** The verdict says `link`. */
  | OutcomeOf<'refused', WithLinks<{ match: Match; verdict: Verdict }>>
  /** `known`: a catalogue is sure which recording it is, though no copy was found. */
  | OutcomeOf<'not-found', WithLinks<{ nearest?: Match; known?: Match; reason: Told }>>
  | OutcomeOf<'failed', WithLinks<{ match?: Match; reason: Told }>>
  /** No music, or not readable: the playlist's reader said why. */
  | {
      readonly kind: 'skipped'
      readonly position: number
      readonly text: string
      readonly reason: Told
      readonly uri?: string
      readonly withdrawn?: true
    }

/** Every kind, in the order in which counts are told. */
export const outcomeKinds = [
  'kept',
  'already-kept',
  'would-keep',
  'ambiguous',
  'review',
  'refused',
  'not-found',
  'failed',
  'skipped',
] as const satisfies readonly Outcome['kind'][]
export type OutcomeKind = (typeof outcomeKinds)[number]

type OutcomeOf<Kind extends string, Rest> = {
  readonly kind: Kind
  readonly position: number
  readonly track: Track
} & Rest

/** Not kept: where it can be heard and bought instead, the best place first. */
type WithLinks<Rest> = Readonly<Rest> & { readonly links?: readonly Link[] }

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
  readonly refusedRequests: readonly Told[]
  /** Sources that stopped answering: what they hold is missing from this report. */
  readonly unavailable?: readonly UnavailableSource[]
  /** Where there was no network, or none for a while: what that means for this report. */
  readonly network?: Told
  /** What was left out in the user's folders, and which catalogue was not the latest, and why. */
  readonly libraryNotes?: readonly Told[]
  /** What was wrong with the archive's own records, and what was done about it. */
  readonly archiveNotes?: readonly Told[]
  /** What the list is kept like. */
  readonly asked?: LastingChoices
  /** Since the playlist was last recorded; absent the first time, and where one of the two may be cut. */
  readonly changes?: Changes
}

export interface UnavailableSource {
  /** As a person knows it: `Jamendo`. */
  readonly source: string
  /** A sentence for the user: `It asked to wait for 2 h.` */
  readonly reason: Told
  /** It failed so often that it was not asked any more in this run. */
  readonly leftAlone?: boolean
}
