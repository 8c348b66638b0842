import type { ArchivedPlaylist, ArchiveFigures, ArchiveInfo } from '../../../src/api/contract.ts'

/** What the server answers about one archive. */
export interface ArchiveAnswer {
  readonly archive: ArchiveInfo
  readonly playlists: readonly ArchivedPlaylist[]
  /** Absent where its folder is not there. */
  readonly figures?: ArchiveFigures
}
