import { sampleLines } from '../lines.ts'
import { kindOfColumn } from './column-kinds.ts'
import { guessDelimiter, readCsv } from './csv.ts'
import { isHeaderCell, meaningOf } from './header-meaning.ts'

/** Where in a text the rows of a table begin. */
export interface Layout {
  readonly delimiter: string
  /** The header, or the first row where there is none. */
  readonly first: readonly string[]
  /** The number of records before it: a title, empty rows, other facts. */
  readonly before: number
  /** The records after it, of the beginning of the text; a blank one ends no table. */
  readonly rest: readonly (readonly string[])[]
  /** How many fields the header names; 0 where it is not known to be one. */
  readonly named: number
  /** What a row before the header calls the list. */
  readonly name?: string
}

type Cells = readonly string[]

const HEAD = 64 * 1024
const MAX_ROWS = 300
/** A header stands among the first rows. */
const MAX_BEFORE = 50
/** The sign before comments, and what UTF-7 makes of it in Libre.fm's exports. */
const COMMENT = /^(?:#|\+ACM-)/

/** The table at the beginning of a text; nothing when it has no rows of several cells. */
export function findLayout(text: string): Layout | undefined {
  const head = text.slice(0, HEAD)
  const delimiter = findDelimiter(head)
  const records: Cells[] = []
  for (const { cells } of readCsv(head, delimiter)) {
    records.push(cells)
    if (records.length === MAX_ROWS) break
  }
  // The last one may be cut.
  if (text.length > HEAD && records.length > 1 && records.length < MAX_ROWS) records.pop()
  const before = findStart(records)
  const first = records[before]
  if (!first) return undefined
  const rest = records.slice(before + 1)
  return {
    delimiter,
    first,
    before,
    rest,
    named: isLikeRows(first, rest.filter((row) => !isSame(row, first)).slice(0, 50))
      ? 0
      : countMeanings(first),
    name: nameBefore(records.slice(0, before)),
  }
}

/** The one by which most lines have as many cells; the first line's where that says nothing. */
function findDelimiter(head: string): string {
  const lines = sampleLines(head).filter((line) => !COMMENT.test(line))
  const first = guessDelimiter(lines[0] ?? '')
  const scores = [first, ...[',', ';', '\t', '|'].filter((each) => each !== first)].map(
    (delimiter) => {
      const widths = lines.map((line) => [...readCsv(line, delimiter, 2)][0]?.cells.length ?? 1)
      const [most = 1, count = 0] =
        [
          ...Map.groupBy(
            widths.filter((each) => each > 1),
            (each) => each,
          ),
        ]
          .map(([width, all]) => [width, all.length] as const)
          .toSorted(([a, x], [b, y]) => y - x || b - a)[0] ?? []
      return { delimiter, share: most > 1 ? count / lines.length : 0 }
    },
  )
  // A little more than the first line's own is no reason to leave it.
  const [own = { delimiter: first, share: 0 }] = scores
  const best = scores.toSorted((a, b) => b.share - a.share)[0] ?? own
  return best.share > own.share + 0.2 ? best.delimiter : own.delimiter
}

/** The header, or the first row as wide as most. */
function findStart(records: readonly Cells[]): number {
  const width = usualWidth(records)
  const candidates = records
    .slice(0, MAX_BEFORE)
    .flatMap((_, at) => (mayBeHeader(records, at, width) ? [at] : []))
  // Where a table of other facts comes first, the one with most rows is meant.
  const rowsUntil = (from: number, until: number) =>
    records.slice(from + 1, until).filter((cells) => !isBlank(cells)).length
  const [best] = candidates
    .map((at, place) => ({ at, rows: rowsUntil(at, candidates[place + 1] ?? records.length) }))
    .toSorted((a, b) => b.rows - a.rows)
  if (best) return best.at
  const isRow = (cells: Cells) => cells.length === width && !isBlank(cells) && !isComment(cells)
  const start = records.findIndex(isRow)
  return start < 0 ? records.findIndex((cells) => !isBlank(cells)) : start
}

/** A row that names two things and more, with nothing before it but what is no row of the same table. */
function mayBeHeader(records: readonly Cells[], at: number, width: number): boolean {
  const cells = records[at] ?? []
  const filled = countFilled(cells)
  if (filled < 2 || (isComment(cells) && cells.length !== width)) return false
  if (countMeanings(cells) < 2) return false
  const before = records.slice(0, at)
  const last = before.at(-1)
  return (
    before.every((each) => countFilled(each) < filled || isComment(each)) ||
    (last !== undefined && isBlank(last))
  )
}

const countFilled = (cells: Cells) => cells.filter((cell) => cell.trim() !== '').length

function usualWidth(records: readonly Cells[]): number {
  const widths = Map.groupBy(
    records.filter((cells) => !isBlank(cells)),
    (cells) => cells.length,
  )
  return [...widths].toSorted(([a, x], [b, y]) => y.length - x.length || b - a)[0]?.[0] ?? 1
}

/** How many different things the cells of a row name, as a header does. */
function countMeanings(cells: Cells): number {
  const said = cells.slice(0, 100).filter(isHeaderCell).map(meaningOf)
  return new Set(said.filter((each) => each !== 'other')).size
}

/** A row like those below it is none that names them. A song may be called by a header's word, and others not. */
function isLikeRows(cells: Cells, rows: readonly Cells[]): boolean {
  const hasShape = cells.some((cell, at) => {
    if (cell.trim() === '') return false
    const kind = kindOfColumn(rows.map((row) => row[at] ?? ''))
    const isTold = /^(?:isrc|uri|address|moment|date|length|clock)$/.test(kind)
    return isTold && kindOfColumn([cell]) === kind
  })
  const share = (test: (row: Cells) => boolean) => rows.filter(test).length > rows.length * 0.3
  const named = cells.flatMap((cell, at) => (meaningOf(cell) === undefined ? [] : [at]))
  const repeated = named.filter((at) => share((row) => isAlike(row[at] ?? '', cells[at] ?? '')))
  return hasShape || (repeated.length > 0 && repeated.length * 2 >= named.length)
}

/** The same word of a header's; "Track 7" is a title. */
const isAlike = (one: string, other: string) =>
  isHeaderCell(one) && meaningOf(one) === meaningOf(other) && /\d/.test(one) === /\d/.test(other)

/** What the lines before call the list: beside the word for it, or below it in a table of one row. */
function nameBefore(records: readonly Cells[]): string | undefined {
  const rows = records.filter((cells) => !isBlank(cells))
  const isName = (cell: string) => /^(?:title|playlist)$/.test(meaningOf(cell) ?? '')
  const beside = rows.find((cells) => countFilled(cells) === 2 && isName(cells[0] ?? ''))
  if (beside) return beside[1]?.trim() || undefined
  const [header, row] = rows
  if (rows.length !== 2 || !header || !row || countFilled(header) < 3) return undefined
  return row[header.findIndex(isName)]?.trim() || undefined
}

/** A cell that is the sign alone is a header's: the number of the row. */
const isComment = ([first = '']: Cells) => COMMENT.test(first) && first.trim() !== '#'

const isSame = (one: Cells, other: Cells) => one.every((cell, at) => cell === other[at])

const isBlank = (cells: Cells) => cells.every((cell) => cell.trim() === '')
