/**
 * Parity beside an archive: `parity/` holds Reed–Solomon parity of its files, by which lost or damaged bytes are
 * computed anew. `update.ts` makes it, `check.ts` looks at it, `repair.ts` restores a file by it. The README of the
 * room says what it can restore, and what not.
 */

import type { ByteSink } from '../../base/read-once.ts'

/** The folder of an archive that all parity lies in. */
export const PARITY_FOLDER = 'parity'

/** A file that parity is made of, as the archive's inventory has it. */
export interface ProtectedFile {
  /** Relative to the archive, `/` between folders. */
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Bytes of a file, from `start` up to and without `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface ParityOptions {
  readonly signal?: AbortSignal
  /** Called as bytes are read; `bytes` of `ofBytes`. */
  readonly onProgress?: (progress: ParityProgress) => void
}

export interface ParityProgress {
  readonly bytes: number
  readonly ofBytes: number
}

export interface UpdateOptions extends ParityOptions {
  /** Parity in percent of the files, 1 to 100; 10 where it is left out. */
  readonly percent?: number
  /** Paths that `checkParity` found damaged: these are made anew. Missing ones are noticed anyway. */
  readonly damaged?: readonly string[]
  /** What else is to be made of each file in the same read; of a very long file nothing. */
  readonly also?: (file: ProtectedFile) => readonly ByteSink[]
}

/** What `updateParity` did. */
export interface ParityUpdate {
  /** Groups of files whose parity was made, left as it was, and removed. */
  readonly made: number
  readonly kept: number
  readonly removed: number
  /** Size of all parity files together. */
  readonly parityBytes: number
  /** Files that are not there as the inventory has them: no parity was made of them; older parity of them is kept. */
  readonly unprotected: readonly ProtectedFile[]
}

/** What `checkParity` says of one parity file, or of the index. */
export interface ParityFinding {
  /** `missing` and `damaged` are made anew by `updateParity`, from files that are whole. */
  readonly kind: 'missing' | 'damaged'
  /** Relative to the archive. */
  readonly path: string
  /** The files whose parity it holds. */
  readonly files: readonly string[]
}

/** What parity can do for a file, or did. */
export type ParityRepair =
  /** The file is as the inventory has it. */
  | { readonly kind: 'whole' }
  /** No parity was made of this content, or none of it can be read. */
  | { readonly kind: 'unprotected' }
  /**
   * All of it can be restored, or was: then `temporary` of the options holds the whole file, its SHA-256 verified, synced,
   * and is the caller's to move into place.
   */
  | { readonly kind: 'restored'; readonly damaged: readonly ByteRange[] }
  /** These bytes cannot be restored by parity; the rest of `damaged` could be. No temporary is left. */
  | {
      readonly kind: 'beyond'
      readonly damaged: readonly ByteRange[]
      readonly lost: readonly ByteRange[]
    }

export interface RepairOptions extends ParityOptions {
  /** Where the restored file is written; it must not exist. Without it nothing is written, only said. */
  readonly temporary?: string
}
