/** Codes of `app` and what their sentences are filled with. */
export type AppReasons = {}
