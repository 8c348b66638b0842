/** Codes of `match` and what their sentences are filled with. */
export type MatchReasons = {}
