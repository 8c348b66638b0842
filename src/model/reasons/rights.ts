/** Codes of `rights` and what their sentences are filled with. */
export type RightsReasons = {}
