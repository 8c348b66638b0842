/** Codes of `archive` and what their sentences are filled with. */
export type ArchiveReasons = {}
