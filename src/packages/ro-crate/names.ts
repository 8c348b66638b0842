/** The names of a crate's own files, in its root. */
export const METADATA = 'ro-crate-metadata.json'
export const PREVIEW = 'ro-crate-preview.html'
