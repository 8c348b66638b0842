import type { Remedy } from '../../preserve/remedy.ts'
import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Codes of `app/backups`, of what a run reports while it goes on, and what their sentences are filled with. */
export interface AppRunReasons {
  /** Several at once. */
  'app.notes': { readonly notes: readonly AnyReason[] }
  /** Under which licence, and from which host, a copy is. */
  'app.origin': { readonly licence: string; readonly host: string; readonly url?: string }
  'app.summary': SummaryCounts
  'app.reading-folders': None
  'app.reading-playlist': None
  'app.asking-names': None
  'app.making-parity': None
  'app.folders-read': { readonly files: number; readonly unreadable: number }
  'app.file-unreadable': { readonly path: string; readonly reason: AnyReason }
  'app.list-not-reread': { readonly name: string; readonly reason: AnyReason }
  'app.lists-unchanged': { readonly lists: number }
  'app.pruned': { readonly files: number; readonly dryRun: boolean; readonly inBucket?: boolean }
  'app.changed-since': { readonly path: string }
  'app.not-pruned': { readonly reason: AnyReason }
  'app.verifying': None
  /** Files that were read and are whole, faults, files of another day's part, and files that are newer than the check. */
  'app.checked': {
    readonly whole: number
    readonly faults: number
    readonly notDue: number
    readonly newer: number
    readonly stopped: boolean
  }
  'app.verify-finding': {
    readonly kind: 'records' | 'missing' | 'damaged' | 'broken' | 'parity' | 'unknown'
    readonly path: string
    readonly why?: AnyReason
    /** Another name in the archive that has its bytes. */
    readonly foundAt?: string
    /** Of what is damaged: the first byte and the one after the last, in pairs. */
    readonly ranges?: readonly number[]
    /** What can be done, the first to be tried first. */
    readonly remedies?: readonly Remedy[]
  }
  'app.paused-from-page': None
  'app.cancelled-from-page': None
  'app.no-entry': None
  'app.no-own-audio': None
  'app.no-cover': None
  'app.folder-not-shown': { readonly dir: string }
  'app.archive-not-there': None
  'app.back-up-first': None
  'app.no-candidate': None
  'app.look-anew': None
  'app.nothing-to-decide': None
}

/** What became of a playlist's entries: what a summary is told from. */
export interface SummaryCounts {
  /** Entries that are music. */
  readonly tracks: number
  /** Those that are kept, in a dry run those that would be too. */
  readonly good: number
  /** Those of them that were kept before this run. */
  readonly already: number
  /** Whether the good ones are kept, would be kept, or some are this and some that. */
  readonly verb: 'kept' | 'would-keep' | 'either'
  /** Of the others only those that there are, in the order in which they are said. */
  readonly others: readonly (readonly [kind: NotKept, count: number])[]
}

export type NotKept =
  | 'ambiguous'
  | 'review'
  | 'refused'
  | 'not-found'
  | 'failed'
  | 'skipped'
  | 'unreached'
