import { definedOnly } from '../../../base/defined.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { sampleLines } from '../lines.ts'
import { chooseColumns, describeColumns, showHeader } from './choose-columns.ts'
import { type ColumnKind, kindOfColumn } from './column-kinds.ts'
import { guessDelimiter, readCsv } from './csv.ts'
import { guessColumns } from './guess-columns.ts'
import { type Columns, countNamed, nameColumns } from './name-columns.ts'

/** A table as it was understood from its beginning. */
export interface Table {
  readonly delimiter: string
  /** The header, or the first row where there is none. */
  readonly header: readonly string[]
  /** How many records stand before the first row. */
  readonly before: number
  readonly columns: Columns
  /** `named` by the header, told by the `content`, `chosen` by the user, or `unsure`: no more than possible. */
  readonly how: 'named' | 'content' | 'chosen' | 'unsure'
  /** True when a column has a shape that is no accident: ISRCs, addresses, lengths. */
  readonly strong: boolean
  /** The same number of cells in nearly every row. */
  readonly regular: boolean
  readonly rows: number
}

const HEAD = 64 * 1024
const MAX_ROWS = 300
/** The sign before comments, and what UTF-7 makes of it in Libre.fm's exports. */
const COMMENT = /^(?:#|\+ACM-)/

/** What the table's columns are; nothing when the text is no table at all. */
export function understandTable(text: string, chosen?: string): Table | undefined {
  const head = text.slice(0, HEAD)
  const delimiter = guessDelimiter(sampleLines(head).find((line) => !COMMENT.test(line)) ?? '')
  const records: (readonly string[])[] = []
  for (const { cells } of readCsv(head, delimiter)) {
    records.push(cells)
    if (records.length === MAX_ROWS) break
  }
  // The last one may be cut.
  if (text.length > HEAD && records.length > 1 && records.length < MAX_ROWS) records.pop()
  const comments = records.findIndex(([first = '']) => !COMMENT.test(first))
  const first = records[comments]
  if (comments > 50 || !first || (first.length < 2 && chosen === undefined)) return undefined
  return understandRows(delimiter, records.slice(comments), comments, chosen)
}

function understandRows(
  delimiter: string,
  records: readonly (readonly string[])[],
  comments: number,
  chosen: string | undefined,
): Table {
  const [header = [], ...rest] = records
  // What comes again below its own column's head is a cell like the others.
  const names = header.map((cell, at) => (rest.some((row) => row[at] === cell) ? '' : cell))
  const named = nameColumns(names)
  const picked = chosen === undefined ? undefined : chooseColumns(chosen, header)
  const kinds = header.map((_, at) => kindOfColumn(rest.map((row) => row[at] ?? '')))
  const headed = countNamed(named) > 0 || picked?.byHeader === true || isHeader(header, kinds)
  const rows = headed ? rest : records
  const widths = rows.filter(({ length }) => length === header.length).length
  const table = {
    delimiter,
    header,
    before: comments + (headed ? 1 : 0),
    strong: kinds.some((kind) => /^(?:isrc|uri|length|ms)$/.test(kind)),
    regular: rows.length > 0 && widths >= rows.length * 0.9,
    rows: rows.length,
  }
  if (picked) return { ...table, columns: fillFrom(kinds, picked.columns), how: 'chosen' }
  const { title } = named.single
  // An artist may come within the title, but then no column of words is left that could be one.
  const free = wordColumns(kinds, named)
  if (title !== undefined && (named.artists.length > 0 || free.length === 0))
    return { ...table, columns: fillFrom(kinds, named), how: 'named' }
  return { ...table, ...guessRest(rows, kinds, named, free) }
}

function guessRest(
  rows: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  named: Columns,
  free: readonly number[],
): Pick<Table, 'columns' | 'how'> {
  const filled = fillFrom(kinds, named)
  const { title, album } = named.single
  const [artist] = named.artists
  const guess = guessColumns(rows, free, {
    title,
    artist,
    album,
  })
  // A title that the header names is one, whatever else there is; links alone need no more.
  if (!guess || (title !== undefined && guess.margin < 1))
    return { columns: filled, how: title === undefined && free.length > 0 ? 'unsure' : 'named' }
  const artists = named.artists.length > 0 ? named.artists : [guess.artist]
  const columns: Columns = {
    ...filled,
    artists,
    single: definedOnly({
      ...filled.single,
      title: guess.title,
      album: guess.album ?? filled.single.album,
    }),
  }
  return { columns, how: guess.margin >= 1 ? 'content' : 'unsure' }
}

/** Fields that a column's shape alone gives away, where nobody has named them. */
function fillFrom(kinds: readonly ColumnKind[], columns: Columns): Columns {
  const taken = new Set([...columns.artists, ...Object.values(columns.single)])
  const find = (...wanted: ColumnKind[]) => {
    const at = kinds.findIndex((kind, place) => wanted.includes(kind) && !taken.has(place))
    return at < 0 ? undefined : at
  }
  const { single } = columns
  const duration = single.duration ?? find('ms') ?? find('length') ?? find('seconds')
  const given = {
    isrc: single.isrc ?? find('isrc'),
    uri: single.uri ?? find('uri'),
    duration,
    year: single.year ?? find('year') ?? find('date'),
    added: single.added ?? find('moment'),
  }
  const milliseconds = columns.milliseconds || (duration !== undefined && kinds[duration] === 'ms')
  return { ...columns, single: { ...single, ...definedOnly(given) }, milliseconds }
}

/** Columns of words that nobody has named; those of a few words only where there is nothing else. */
function wordColumns(kinds: readonly ColumnKind[], named: Columns): number[] {
  const taken = new Set([...named.artists, ...Object.values(named.single)])
  const of = (...wanted: ColumnKind[]) =>
    kinds.flatMap((kind, at) => (wanted.includes(kind) && !taken.has(at) ? [at] : []))
  const texts = of('text')
  const known = (named.single.title === undefined ? 0 : 1) + named.artists.length
  return texts.length + known >= 2 || texts.length === 0 ? texts : of('text', 'few')
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
