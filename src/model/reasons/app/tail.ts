import type { None } from '../none.ts'

/** What is said of a listening history, and of what `tail` finds in it. */
export interface AppTailReasons {
  'app.tail-no-plays': None
  /** Of files of an archive. */
  'app.tail-not-whole': { readonly files: number }
  'app.tail-file-not-whole': None
  /** How it was counted. */
  'app.tail-counts-entries': None
  'app.tail-sizes-estimated': { readonly tracks: number }
  'app.tail-several-indexes': { readonly indexes: number }
  'app.tail-uncounted': { readonly tracks: number }
  'app.tail-no-popularity': None
  'app.tail-name-something': None
  'app.tail-history-or-catalogue': None
  /** A file that `--out` would replace and that is not ours. */
  'app.tail-not-ours': { readonly path: string }
  /** Advice. */
  'app.tail-name-history': None
  'app.tail-other-folder': None
}
