import type { Outcome, Report } from './outcome.ts'
import type { Playlist } from './playlist.ts'
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
      readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
    }
  | { readonly kind: 'playlist'; readonly playlist: Playlist }
  | {
      readonly kind: 'stage'
      readonly position: number
      readonly track: Track
      readonly stage: Stage
    }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'report'; readonly report: Report; readonly files: ReportFiles }

/** Where one track is on its way. */
export type Stage = 'searching' | 'downloading' | 'encoding' | 'storing'

/** Where the report lies, relative to the archive; empty in a dry run. */
export interface ReportFiles {
  readonly html?: string
  readonly json?: string
  readonly playlist?: string
}
