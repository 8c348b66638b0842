import type { AppReasons } from './app/all.ts'
import type { CatalogueReasons } from './catalogue.ts'
import type { PlaylistReasons } from './playlist/all.ts'
import type { FixityReasons } from './preserve/fixity/all.ts'
import type { MirrorReasons } from './preserve/mirror.ts'
import type { PreserveReasons } from './preserve/preserve.ts'
import type { SharingReasons } from './preserve/sharing.ts'
import type { StoreReasons } from './preserve/stores.ts'
import type { ServerReasons } from './server.ts'

/** Codes of lists that are read, catalogues, copies, the server. */
export interface OtherReasons
  extends AppReasons,
    CatalogueReasons,
    FixityReasons,
    MirrorReasons,
    PlaylistReasons,
    PreserveReasons,
    ServerReasons,
    SharingReasons,
    StoreReasons {}
