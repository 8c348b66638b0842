import type { Reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import type { RowBatch } from './input.ts'

/** How the rows of one kind of file become recordings. A member is one file here and one line in `all.ts`. */
export interface Reader {
  /** Kebab-case, stable: `jsonl`, `listenbrainz`. */
  readonly format: string
  /** The licence of the data itself, where the dump has one. */
  readonly licence?: string
  /** By the name without `.gz` and `.zst`, in lower case, and the first bytes unpacked. */
  recognise(name: string, start: string): boolean
  read(file: ReadFile, signal: AbortSignal): AsyncIterable<RowBatch>
}

export interface ReadFile {
  readonly path: string
  /** What `Recording.source` is when the file does not say: its name without endings. */
  readonly source: string
}

/** Collects what a chunk gave. */
export class Batch {
  recordings: Recording[] = []
  skipped: { row: number; reason: Reason }[] = []

  add(row: number, made: Recording | Reason): void {
    if ('code' in made) this.skipped.push({ row, reason: made })
    else this.recordings.push(made)
  }

  /** What was collected since the last call. */
  take(bytesRead: number): RowBatch {
    const { recordings, skipped } = this
    this.recordings = []
    this.skipped = []
    return { recordings, skipped, bytesRead }
  }
}
