import type { Outcome, Report, UnavailableSource } from './outcome.ts'
import type { Playlist } from './playlist.ts'
import type { Told } from './reason.ts'
import type { Track } from './track.ts'

/** The one stream that the command line, the page, a library's caller and the report listen to. */
export type Progress =
  | {
      readonly kind: 'preparing'
      readonly what: string
      readonly done: number
      readonly total?: number
    }
  /** The user's folders have been read. */
  | {
      readonly kind: 'library'
      readonly files: number
      /** Files read anew, and files known from an earlier run. */
      readonly read: number
      readonly reused: number
      readonly unreadable: readonly { readonly path: string; readonly reason: Told }[]
      /** What was left out there, and which catalogue was not the latest, and why. */
      readonly notes?: readonly Told[]
    }
  /** Before the first of the playlists: their names, and how many entries they have together. */
  | { readonly kind: 'planned'; readonly names: readonly string[]; readonly entries: number }
  | { readonly kind: 'playlist'; readonly playlist: Playlist }
  /** A list that nothing has changed of, and nothing new was found for: it is left as it is. */
  | { readonly kind: 'unchanged'; readonly playlist: Playlist }
  /** A list that could not be read again: what was recorded of it is looked for. */
  | { readonly kind: 'not-reread'; readonly name: string; readonly reason: Told }
  | {
      readonly kind: 'stage'
      readonly position: number
      readonly track: Track
      readonly stage: Stage
    }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** A provider that failed again and again: it is not asked any more in this run. */
  | { readonly kind: 'left-alone'; readonly unavailable: UnavailableSource }
  /** Told once each: there is no network, it was lost on the way, it is back. */
  | { readonly kind: 'network'; readonly state: 'none' | 'lost' | 'back' }
  | { readonly kind: 'report'; readonly report: Report; readonly files: ReportFiles }
  /** How long the whole run may still take, told every second once anything is known of it. */
  | { readonly kind: 'remaining'; readonly remainingMs: number }
  /** Only where it was asked for, once after the last playlist. */
  | { readonly kind: 'pruned'; readonly pruned: Pruned; readonly dryRun: boolean }
  /** The run did not go so that pruning is safe. `reason` is a sentence for the user. */
  | { readonly kind: 'not-pruned'; readonly reason: Told }

/** Where one track is on its way, while something is done for it. */
export const stages = ['searching', 'downloading', 'encoding', 'storing'] as const
/** Or `waiting`: found and named, and others are made first. */
export type Stage = 'waiting' | (typeof stages)[number]

/** Where the report lies, relative to the archive; empty in a dry run. */
export interface ReportFiles {
  readonly html?: string
  readonly json?: string
  readonly playlist?: string
}

/** What became of the files of tracks that are in no playlist of the archive any more. Paths are relative to it. */
export interface Pruned {
  /** In the trash now, and of a bucket no part of the archive any more; in a dry run, what would be. */
  readonly moved: readonly string[]
  readonly bytes: number
  /** There is no trash: the bytes stay in the bucket, where earlier commits name them. */
  readonly inBucket?: true
  /** The folder they lie in now, below it under their old paths; absent where nothing was moved. */
  readonly trash?: string
  /** Somebody has changed them since they were kept: they are left alone. */
  readonly changed: readonly string[]
  /** Gone already: only their lines were withdrawn. */
  readonly missing: readonly string[]
}
