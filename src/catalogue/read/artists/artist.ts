import type { Reason } from '../../../model/reason.ts'
import type { NameList } from '../../format/names.ts'

/** An artist as a list has it. */
export interface ListedArtist {
  /** Rows with the same one are of the same artist. */
  readonly id: string
  /** Its main name first. */
  readonly names: readonly string[]
  /** Names of other projects of the same person. */
  readonly projects: readonly string[]
}

/** A file that says which artists are known by which names. */
export interface ArtistsInput {
  /** Base name, for messages. */
  readonly name: string
  readonly format: NameList
  /** The licence of the data itself, where the dump has one. */
  readonly licence?: string
  /** Bytes to read, where known; the measure of progress. */
  readonly bytes?: number
  /** Throws UserError when the file can not be read at all. */
  read(signal: AbortSignal): AsyncIterable<ArtistBatch>
}

/** Some rows at a time. */
export interface ArtistBatch {
  readonly artists: readonly ListedArtist[]
  readonly skipped: readonly { readonly row: number; readonly reason: Reason }[]
  /** Of the file, so far. */
  readonly bytesRead: number
}

/** Collects what a chunk gave. */
export class ArtistBatcher {
  #artists: ListedArtist[] = []
  #skipped: { row: number; reason: Reason }[] = []

  add(row: number, made: ListedArtist | Reason): void {
    if ('code' in made) this.#skipped.push({ row, reason: made })
    else this.#artists.push(made)
  }

  /** What was collected since the last call. */
  take(bytesRead: number): ArtistBatch {
    const batch = { artists: this.#artists, skipped: this.#skipped, bytesRead }
    this.#artists = []
    this.#skipped = []
    return batch
  }
}

/** The text of a value, trimmed; nothing when there is none. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '') return undefined
  return text.trim().toWellFormed()
}
