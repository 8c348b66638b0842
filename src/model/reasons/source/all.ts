import type { KeyReasons } from './keys.ts'
import type { LibraryReasons } from './library.ts'
import type { LinkNoteReasons } from './links.ts'
import type { UnavailableReasons } from './unavailable.ts'

/** Codes of `source`, by subject, and what their sentences are filled with. */
export interface SourceReasons
  extends KeyReasons,
    LibraryReasons,
    LinkNoteReasons,
    UnavailableReasons {}
