import type { AppReasons } from './app/all.ts'
import type { CatalogueReasons } from './catalogue.ts'
import type { FixityReasons } from './fixity/all.ts'
import type { MirrorReasons } from './mirror.ts'
import type { PackagesReasons } from './packages/all.ts'
import type { PlaylistReasons } from './playlist/all.ts'
import type { PreserveReasons } from './preserve.ts'
import type { ServerReasons } from './server.ts'
import type { SharingReasons } from './sharing.ts'
import type { StoreReasons } from './stores.ts'

/** Codes of all else: lists that are read, catalogues, packages, copies, the server. */
export interface OtherReasons
  extends AppReasons,
    CatalogueReasons,
    FixityReasons,
    MirrorReasons,
    PackagesReasons,
    PlaylistReasons,
    PreserveReasons,
    ServerReasons,
    SharingReasons,
    StoreReasons {}
