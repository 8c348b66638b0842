import type { AppOperationReasons } from './app/operation.ts'
import type { DatabaseReasons } from './database.ts'
import type { PackagesReasons } from './preserve/packages/all.ts'
import type { PublishedCatalogueReasons } from './published-catalogue.ts'

/** Codes of what is done at a terminal: packages, published catalogues, databases, running a server. */
export interface TerminalReasons
  extends AppOperationReasons,
    DatabaseReasons,
    PackagesReasons,
    PublishedCatalogueReasons {}
