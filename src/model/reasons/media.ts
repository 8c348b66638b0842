/** Codes of `media` and what their sentences are filled with. */
export type MediaReasons = {}
