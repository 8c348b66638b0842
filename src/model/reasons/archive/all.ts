import type { ArchiveReindexReasons } from './reindex.ts'
import type { ArchiveStorageReasons } from './storage.ts'
import type { ArchiveStoredReasons } from './stored.ts'
import type { NameTemplateReasons } from './template.ts'

/** Codes of `archive` and what their sentences are filled with. */
export interface ArchiveReasons
  extends ArchiveReindexReasons,
    ArchiveStorageReasons,
    ArchiveStoredReasons,
    NameTemplateReasons {}
