import type { ArchivedFile } from '../../model/archived-file.ts'

/** What an archive's working copy asks of the bucket that the archive lies in. */
export interface ReadableUpstream {
  /** Whether the bucket has these bytes; they are not read for that. */
  has(file: Pick<ArchivedFile, 'sha256' | 'bytes'>): boolean
  /** Writes the bytes to `to`, which must not exist; false, and nothing stays, where they are not there whole. */
  fetch(file: Pick<ArchivedFile, 'sha256' | 'bytes'>, to: string): Promise<boolean>
}

/**
 * And what it tells the bucket: a thing is kept when the promise is fulfilled. Each throws StorageError where the bucket
 * cannot take it, or another host writes by now.
 */
export interface Upstream extends ReadableUpstream {
  /** A file is in its place in the working copy, at `path`, absolute. */
  keep(file: ArchivedFile, path: string): Promise<void>
  /** What became known of a kept file; stored with what follows, at the latest by `checkpoint`. */
  remember(file: ArchivedFile): void
  /** A text was written, or a picture laid beside kept files. `path`: relative to the archive. */
  keepText(path: string): Promise<void>
  /** These are kept no more. Their bytes stay in the bucket. */
  withdraw(paths: readonly string[]): Promise<void>
  /** All that was told and remembered is stored; many commits are summed up. */
  checkpoint(): Promise<void>
}

/** Undefined where the bucket is only looked at, or there is none. */
export const writable = (upstream: ReadableUpstream | undefined): Upstream | undefined =>
  upstream && 'keep' in upstream ? (upstream as Upstream) : undefined
