import type { ArchiveStorageReasons } from './archive/storage.ts'
import type { ArchiveStoredReasons } from './archive/stored.ts'
import type { NameTemplateReasons } from './archive/template.ts'

/** Codes of `archive` and what their sentences are filled with. */
export interface ArchiveReasons
  extends ArchiveStorageReasons,
    ArchiveStoredReasons,
    NameTemplateReasons {}
