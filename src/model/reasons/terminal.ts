import type { AccountsReasons } from './accounts.ts'
import type { AppOperationReasons } from './app/operation.ts'
import type { BucketArchiveReasons } from './bucket-archive.ts'
import type { DatabaseReasons } from './database.ts'
import type { PackagesReasons } from './preserve/packages/all.ts'
import type { PublishedCatalogueReasons } from './published-catalogue.ts'
import type { ShardedCatalogueReasons } from './sharded-catalogue.ts'

/** Codes of what is done at a terminal: packages, catalogues, databases, accounts, running a server. */
export interface TerminalReasons
  extends AccountsReasons,
    AppOperationReasons,
    BucketArchiveReasons,
    DatabaseReasons,
    PackagesReasons,
    PublishedCatalogueReasons,
    ShardedCatalogueReasons {}
