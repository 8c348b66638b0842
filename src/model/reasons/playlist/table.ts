import type { None } from '../none.ts'

/** The header's first cells, as they are shown, and whether there are more. */
interface OfHeader {
  readonly header: readonly string[]
  readonly more: boolean
}

/** What is said of tables and their columns. `columns` is as `--columns` takes it: `title=2,artist=3`. */
export interface TableReasons {
  'playlist.no-table': None
  'playlist.columns-unclear': None
  'playlist.columns-guessed': OfHeader & { readonly columns: string }
  'playlist.columns-without-title': None
  'playlist.no-such-column': { readonly column: string }
  'playlist.no-such-field': { readonly field: string }

  /** Advice. `columns`: what they may mean, where that can be said. */
  'playlist.columns-are': OfHeader & { readonly columns?: string }
  'playlist.columns-of-table': OfHeader & { readonly count: number }
  'playlist.columns-fields': { readonly fields: readonly string[] }
  'playlist.columns-example': None
}
