import type { ArchivedFile } from '../archived-file.ts'
import type { Reason } from '../reason.ts'
import type { ByteRange, Remedy } from './remedy.ts'

/** What a check has found. `path` is relative to the archive. */
export type FixityFinding = {
  readonly path: string
  /** What can be done about it, the first to be tried first; empty where there is nothing. */
  readonly remedies: readonly Remedy[]
} & (
  | FileFault
  /** The archive's own records are not as they were left. */
  | { readonly kind: 'records'; readonly reason: Reason }
  /** As it was kept, but readers will not find all that is in it. */
  | { readonly kind: 'broken'; readonly kept: ArchivedFile; readonly reason: Reason }
  /** The parity of the archive's files is damaged: it is made anew of files that are whole. */
  | { readonly kind: 'parity'; readonly reason: Reason }
  /** Neither in the inventory nor one of the archive's own texts; no fault. */
  | { readonly kind: 'unknown' }
)

/** An archived file whose bytes are not in their place. */
export interface FileFault {
  /** Nothing is there; or something else, or it cannot be read. */
  readonly kind: 'missing' | 'damaged'
  readonly kept: ArchivedFile
  /** Why it could not be read. */
  readonly reason?: Reason
  /** Another name in the archive that has exactly these bytes. */
  readonly foundAt?: string
  /** Which of its bytes are not as they were, where parity knows them. */
  readonly ranges?: readonly ByteRange[]
}

/** What a check came to. What it calls whole are the files that it has read, and no others. */
export interface VerifySummary {
  /** Files that were read to their end and are as they were kept. */
  readonly whole: number
  readonly wholeBytes: number
  /** Findings but `unknown`. */
  readonly faults: number
  readonly unknown: number
  /** Archived files that were not to be read this time: another part of the archive is due. */
  readonly notDue: number
  /** Files that were archived or changed while the check went on; it says nothing of them. */
  readonly newer: number
  /** It was stopped before its end. */
  readonly stopped: boolean
}

/** How a check goes on. */
export type VerifyEvent =
  | { readonly kind: 'begun'; readonly files: number; readonly bytes: number }
  | {
      readonly kind: 'progress'
      readonly files: number
      readonly bytes: number
      readonly path: string
    }
  | { readonly kind: 'finding'; readonly finding: FixityFinding }
  /** Its record (`fixity.jsonl`) could not be written; the check goes on. */
  | { readonly kind: 'unrecorded'; readonly reason: Reason }
  | { readonly kind: 'ended'; readonly summary: VerifySummary }
