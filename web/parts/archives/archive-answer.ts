import type { ArchivedPlaylist, ArchiveInfo } from '../../../src/api/contract.ts'

/** What the server answers about one archive. */
export interface ArchiveAnswer {
  readonly archive: ArchiveInfo
  readonly playlists: readonly ArchivedPlaylist[]
}
