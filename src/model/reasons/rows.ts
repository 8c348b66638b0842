import type { ArchiveReasons } from './archive/all.ts'
import type { BackupReasons } from './backup/all.ts'
import type { JobsReasons } from './jobs.ts'
import type { MatchReasons } from './match.ts'
import type { MediaReasons } from './media/all.ts'
import type { NetworkReasons } from './network.ts'
import type { RightsReasons } from './rights.ts'
import type { SourceReasons } from './source/all.ts'
import type { StorageReasons } from './storage.ts'

/** Codes of what is said of tracks and their files. */
export interface RowReasons
  extends ArchiveReasons,
    BackupReasons,
    JobsReasons,
    MatchReasons,
    MediaReasons,
    NetworkReasons,
    RightsReasons,
    SourceReasons,
    StorageReasons {
  /** Words that are not ours: of the operating system, of a host, of an archive written before codes were. */
  text: { readonly text: string }
}
