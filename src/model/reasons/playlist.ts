/** Codes of `playlist` and what their sentences are filled with. */
export type PlaylistReasons = {}
