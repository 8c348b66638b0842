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
  /** A title is named, but no artist, though columns of words are left. */
  'playlist.no-artist-column': OfHeader & { readonly columns: string }
  'playlist.list-of-releases': None
  'playlist.list-of-artists': None
  /** `line` of the file; `lines` that the first of `rows` takes. */
  'playlist.lines-in-one-row': {
    readonly rows: number
    readonly line: number
    readonly lines: number
  }
  /** Rows that stand before the header. */
  'playlist.rows-before-header': { readonly rows: number }
  /** Rows with more cells than the header has. */
  'playlist.rows-uneven': { readonly rows: number; readonly line: number; readonly cells: number }
  'playlist.columns-without-title': None
  'playlist.no-such-column': { readonly column: string }
  'playlist.no-such-field': { readonly field: string }

  /** Advice. `columns`: what they may mean, where that can be said. */
  'playlist.columns-are': OfHeader & { readonly columns?: string }
  'playlist.columns-of-table': OfHeader & { readonly count: number }
  'playlist.columns-fields': { readonly fields: readonly string[] }
  'playlist.columns-example': None
}
