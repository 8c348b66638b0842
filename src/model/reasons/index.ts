import type { AppReasons } from './app/all.ts'
import type { ArchiveReasons } from './archive/all.ts'
import type { BackupReasons } from './backup/all.ts'
import type { CatalogueReasons } from './catalogue.ts'
import type { FixityReasons } from './fixity/all.ts'
import type { JobsReasons } from './jobs.ts'
import type { MatchReasons } from './match.ts'
import type { MediaReasons } from './media/all.ts'
import type { MirrorReasons } from './mirror.ts'
import type { NetworkReasons } from './network.ts'
import type { PackagesReasons } from './packages/all.ts'
import type { PlaylistReasons } from './playlist/all.ts'
import type { PreserveReasons } from './preserve.ts'
import type { RightsReasons } from './rights.ts'
import type { ServerReasons } from './server.ts'
import type { SharingReasons } from './sharing.ts'
import type { SourceReasons } from './source/all.ts'
import type { StorageReasons } from './storage.ts'
import type { StoreReasons } from './stores.ts'

/** Every code there is, and its parameters. A code is `<room>.<what>`; it stays when its sentence changes. */
export interface ReasonParams
  extends AppReasons,
    ArchiveReasons,
    BackupReasons,
    CatalogueReasons,
    FixityReasons,
    JobsReasons,
    MatchReasons,
    MediaReasons,
    MirrorReasons,
    NetworkReasons,
    PackagesReasons,
    PlaylistReasons,
    PreserveReasons,
    RightsReasons,
    ServerReasons,
    SharingReasons,
    SourceReasons,
    StorageReasons,
    StoreReasons {
  /** Words that are not ours: of the operating system, of a host, of an archive written before codes were. */
  text: { readonly text: string }
}
