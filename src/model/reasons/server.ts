/** Codes of `server` and what their sentences are filled with. */
export type ServerReasons = {}
