import { type Reason, reason } from '../../../model/reason.ts'
import { assignColumns, fillFrom } from './assign-columns.ts'
import { chooseColumns, describeColumns, showHeader } from './choose-columns.ts'
import { type ColumnKind, kindOfColumn } from './column-kinds.ts'
import { type Meaning, meaningOf } from './header-meaning.ts'
import { findLayout, type Layout } from './layout.ts'
import { type Columns, nameColumns } from './name-columns.ts'

/** A table as it was understood from its beginning. */
export interface Table {
  readonly delimiter: string
  /** The header, or the first row where there is none. */
  readonly header: readonly string[]
  /** True where the first row is a header. */
  readonly headed: boolean
  /** How many records stand before the first row. */
  readonly before: number
  readonly columns: Columns
  readonly meanings: readonly (Meaning | undefined)[]
  /** `named` by the header, told by the `content`, `chosen` by the user, or `unsure`: no more than possible. */
  readonly how: 'named' | 'content' | 'chosen' | 'unsure'
  /** True when a column has a shape that is no accident: ISRCs, addresses, lengths. */
  readonly strong: boolean
  /** The same number of cells in nearly every row. */
  readonly regular: boolean
  /** Its beginning, as far as it was looked at. */
  readonly rows: readonly (readonly string[])[]
  /** A title is named, but nobody who sings it, though a column of words is left. */
  readonly artistless?: true
  /** A list of records, of artists: of what is no track. */
  readonly of?: 'releases' | 'artists'
  /** What the text itself calls the list. */
  readonly name?: string
}

/** What the table's columns are; nothing when the text is no table at all. */
export function understandTable(text: string, chosen?: string): Table | undefined {
  if (last?.text !== text || last.chosen !== chosen)
    last = { text, chosen, table: understandAnew(text, chosen) }
  return last.table
}

/** Several formats ask it of the same text, one after the other. */
let last: { readonly text: string; readonly chosen?: string; readonly table?: Table } | undefined

function understandAnew(text: string, chosen: string | undefined): Table | undefined {
  const layout = findLayout(text)
  if (!layout || (layout.first.length < 2 && chosen === undefined)) return undefined
  return understandRows(layout, chosen)
}

function understandRows(layout: Layout, chosen: string | undefined): Table {
  const { first: header, rest, delimiter, before, name } = layout
  const picked = chosen === undefined ? undefined : chooseColumns(chosen, header)
  const plain = header.map((_, at) => kindOfColumn(rest.map((row) => row[at] ?? '')))
  const headed = layout.named > 0 || picked?.byHeader === true || isHeader(header, plain)
  // What comes again below its own column's head is a cell like the others.
  const names = header.map((cell, at) =>
    headed && (layout.named > 1 || !rest.some((row) => row[at] === cell)) ? cell : '',
  )
  const kinds = plain.map((kind, at) =>
    /^(?:id|uri)$/.test(meaningOf(names[at] ?? '') ?? '')
      ? kindOfColumn(
          rest.map((row) => row[at] ?? ''),
          true,
        )
      : kind,
  )
  const named = nameColumns(names, kinds)
  const rows = headed ? rest : [header, ...rest]
  const widths = rows.filter(({ length }) => length === header.length).length
  const table = {
    delimiter,
    header,
    headed,
    before: before + (headed ? 1 : 0),
    meanings: named.meanings,
    strong: kinds.some((kind) => /^(?:isrc|uri|length|ms)$/.test(kind)),
    regular: rows.length > 0 && widths >= rows.length * 0.9,
    rows,
    name,
  }
  if (picked) return { ...table, columns: fillFrom(kinds, named, picked.columns), how: 'chosen' }
  return { ...table, ...assignColumns(header, rows, kinds, named) }
}

/** Without a name that is known: a first row whose cells have not the shape of those below them. */
function isHeader(header: readonly string[], kinds: readonly ColumnKind[]): boolean {
  return kinds.some(
    (kind, at) =>
      !/^(?:text|few|empty)$/.test(kind) &&
      /\p{L}/u.test(header[at] ?? '') &&
      /^(?:text|few|empty)$/.test(kindOfColumn([header[at] ?? ''])),
  )
}

/** What the columns may be, and how to name others, for a table that is not understood for sure. */
export const explainTable = ({ header, columns }: Table): Reason =>
  reason('playlist.columns-are', {
    ...showHeader(header),
    columns: columns.single.title === undefined ? undefined : describeColumns(columns),
  })
