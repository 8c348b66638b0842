import type { Reason } from '../../model/reason.ts'
import type { CopyFault } from './plan.ts'

/** What is told while a copy is made or checked. */
export type MirrorEvent =
  | { readonly kind: 'note'; readonly reason: Reason }
  /** What there is to do. */
  | {
      readonly kind: 'plan'
      readonly copies: number
      readonly bytes: number
      readonly trashed: number
      readonly same: number
      /** In the archive's folder, and not Songkeep's: left out. */
      readonly foreign: number
    }
  /** How much of it is done. */
  | {
      readonly kind: 'progress'
      readonly stage: 'reading' | 'copying'
      readonly done: number
      readonly total: number
      readonly bytes: number
      readonly totalBytes: number
    }
  | { readonly kind: 'copied'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'trashed'; readonly path: string; readonly to: string }
  | { readonly kind: 'pruned'; readonly path: string }
  | ({ readonly kind: 'fault' } & CopyFault)

/** What a copy has now. */
export interface CopyState {
  /** Whole as far as is known. `isSeen`: written or read in this run. */
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
    readonly isSeen: boolean
  }[]
  readonly copied: number
  readonly copiedBytes: number
  readonly trashed: number
  readonly missing: number
  readonly damaged: number
}
