import type { Reason } from '../../model/reason.ts'
import type { IndexSummary, NamesSummary } from '../format/manifest.ts'
import type { ArtistsInput } from '../read/artists/artist.ts'
import type { CatalogueInput } from '../read/input.ts'

export interface BuildOptions {
  readonly out: string
  readonly inputs: readonly CatalogueInput[]
  /** Lists that say which artists are known by which names. With `update`, they replace those before. */
  readonly artists?: readonly ArtistsInput[]
  /** Keeps what the catalogue holds and adds these inputs as a further index. */
  readonly update?: boolean
  /** Tracks after which it is noted how far a build has come; smaller builds start over. A million. */
  readonly journalEvery?: number
  readonly onProgress?: (progress: BuildProgress) => void
  readonly signal?: AbortSignal
}

export interface BuildProgress {
  readonly step: 'artists' | 'read' | 'write' | 'index'
  /** Of bytes read (`artists`, `read`), of partitions (`write`, `index`). */
  readonly done: number
  /** Missing where an input's size is unknown. */
  readonly total?: number
  /** Read so far; with `artists`, those. */
  readonly tracks: number
}

export interface BuildReport {
  /** Where there were inputs. */
  readonly index?: IndexSummary
  /** Where there were lists of artists. */
  readonly names?: NamesSummary
  /** Rows that could not be read: the first ones, with a reason each. */
  readonly skipped: readonly SkippedExample[]
}

export interface SkippedExample {
  readonly input: string
  readonly row: number
  readonly reason: Reason
}
