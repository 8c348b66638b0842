import type { ArchivedFile } from '../model/archived-file.ts'
import type { KeptList } from '../model/lists/kept-list.ts'

interface FileStart {
  /** Relative to the archive, `/` between folders. */
  readonly path: string
  /** Absolute. It is a regular file, and no folder on the way to it is a link. */
  readonly place: string
  readonly bytes: number
  /** `audio/flac`, without parameters. */
  readonly mediaType: string
}

/** A recording that is kept. `kept.sha256` is what its bytes must have: only reading them shows that they do. */
export interface RecordingFile extends FileStart {
  readonly kind: 'recording'
  readonly kept: ArchivedFile
  /** Its licence lets its owner give it to others, by what is recorded. */
  readonly mayShare: boolean
}

/** What the archive itself wrote: its records, a list's own texts, a cover beside recordings, parity. */
export interface OwnFile extends FileStart {
  readonly kind: 'record' | 'text' | 'cover' | 'parity'
}

/** One file of an archive. */
export type PackageFile = RecordingFile | OwnFile

/** What a package of an archive is made of. Nothing has been read but names, sizes and the archive's records. */
export interface PackageContents {
  /** The archive's folder: absolute, links resolved. */
  readonly root: string
  /** The folder's name. */
  readonly name: string
  /** ISO 8601, UTC: the latest time that the archive's records tell. The same archive has the same, on any day. */
  readonly at: string
  /** Sorted by path. */
  readonly files: readonly PackageFile[]
  readonly lists: readonly KeptList[]
  /** Files of the archive's folder that are not the archive's: they enter no package. By path. */
  readonly foreign: readonly string[]
  /** Files that the inventory names and that are not there. */
  readonly missing: readonly ArchivedFile[]
}
