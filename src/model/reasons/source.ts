import type { KeyReasons } from './source/keys.ts'
import type { LibraryReasons } from './source/library.ts'
import type { LinkNoteReasons } from './source/links.ts'
import type { UnavailableReasons } from './source/unavailable.ts'

/** Codes of `source`, by subject, and what their sentences are filled with. */
export interface SourceReasons
  extends KeyReasons,
    LibraryReasons,
    LinkNoteReasons,
    UnavailableReasons {}
