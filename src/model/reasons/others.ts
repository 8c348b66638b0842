import type { AppReasons } from './app/all.ts'
import type { CatalogueReasons } from './catalogue.ts'
import type { DatabaseReasons } from './database.ts'
import type { PlaylistReasons } from './playlist/all.ts'
import type { FixityReasons } from './preserve/fixity/all.ts'
import type { MirrorReasons } from './preserve/mirror.ts'
import type { PackagesReasons } from './preserve/packages/all.ts'
import type { PreserveReasons } from './preserve/preserve.ts'
import type { SharingReasons } from './preserve/sharing.ts'
import type { StoreReasons } from './preserve/stores.ts'
import type { PublishedCatalogueReasons } from './published-catalogue.ts'
import type { ServerReasons } from './server.ts'

/** Codes of all else: lists that are read, catalogues, packages, copies, the server. */
export interface OtherReasons
  extends AppReasons,
    CatalogueReasons,
    DatabaseReasons,
    FixityReasons,
    MirrorReasons,
    PackagesReasons,
    PlaylistReasons,
    PreserveReasons,
    PublishedCatalogueReasons,
    ServerReasons,
    SharingReasons,
    StoreReasons {}
