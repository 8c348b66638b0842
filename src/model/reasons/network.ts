/** Codes of `network` and what their sentences are filled with. */
export type NetworkReasons = {}
