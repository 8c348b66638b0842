/** Codes of `catalogue` and what their sentences are filled with. */
export type CatalogueReasons = {}
