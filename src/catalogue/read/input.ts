import type { Reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'

/** A file, or another supply of recordings, that a catalogue is built from. */
export interface CatalogueInput {
  /** Base name, for messages. */
  readonly name: string
  /** Kebab-case: how it is read. */
  readonly format: string
  /** The licence of the data itself, where the dump has one. */
  readonly licence?: string
  /** Changes when the content does: a stopped build goes on only where all stamps are the same. */
  readonly stamp: string
  /** Bytes to read, where known; the measure of progress. */
  readonly bytes?: number
  /** Throws UserError when the file can not be read at all. */
  read(signal: AbortSignal): AsyncIterable<RowBatch>
}

/** Some rows at a time: a promise for each single one would cost more than the work on it. */
export interface RowBatch {
  readonly recordings: readonly Recording[]
  readonly skipped: readonly UnreadRow[]
  /** Of the file, so far. */
  readonly bytesRead: number
}

interface UnreadRow {
  /** Line or row in the input, from 1. */
  readonly row: number
  /** Why it is no recording. */
  readonly reason: Reason
}
