/** Codes of `source` and what their sentences are filled with. */
export type SourceReasons = {}
