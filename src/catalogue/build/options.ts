import type { Reason } from '../../model/reason.ts'
import type { IndexSummary } from '../format/manifest.ts'
import type { CatalogueInput } from '../read/input.ts'

export interface BuildOptions {
  readonly out: string
  readonly inputs: readonly CatalogueInput[]
  /** Keeps what the catalogue holds and adds these inputs as a further index. */
  readonly update?: boolean
  /** Tracks after which it is noted how far a build has come; smaller builds start over. A million. */
  readonly journalEvery?: number
  readonly onProgress?: (progress: BuildProgress) => void
  readonly signal?: AbortSignal
}

export interface BuildProgress {
  readonly step: 'read' | 'write' | 'index'
  /** Of bytes read (`read`), of partitions (`write`, `index`). */
  readonly done: number
  /** Missing where an input's size is unknown. */
  readonly total?: number
  readonly tracks: number
}

export interface BuildReport {
  readonly index: IndexSummary
  /** Rows that could not be read: the first ones, with a reason each. */
  readonly skipped: readonly SkippedExample[]
}

export interface SkippedExample {
  readonly input: string
  readonly row: number
  readonly reason: Reason
}
