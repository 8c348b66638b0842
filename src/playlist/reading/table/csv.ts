import { endOfLine, isLineEnd } from '../lines.ts'
import { repairLine } from './repair-line.ts'

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** True when it is as RFC 4180 wants it: every quote doubled or at a cell's edge, and closed. */
  readonly strict: boolean
  /** The number of the line on which it begins, from 1; empty lines count. */
  readonly line: number
  /** How many lines it takes: more than one where a cell holds line ends. */
  readonly lines: number
}

/** What a record has beyond so many characters is left out; a quote that is still open then was never closed. */
const MAX_RECORD_LENGTH = 100_000
/** After so many quotes that were never closed none spans lines any more: looking for its end costs time. */
const MAX_UNCLOSED = 20

/**
 * Reads records of RFC 4180 one at a time, whatever ends the lines. Unlike csv-parse it goes on after broken
 * ones: a line whose quotes are not as they should be is a record for itself, taken apart into as many cells as
 * the others have (`repair-line.ts`), so that a quote which is never closed, or in a later row, costs no row.
 * @param width the number of cells that most records have
 */
export function* readCsv(
  text: string,
  delimiter = ',',
  width = usualWidth(text, delimiter),
): Generator<CsvRecord> {
  const separator = delimiter.charCodeAt(0)
  const lineEnd = text.includes('\n') ? 0x0a : 0x0d
  let [line, unclosed, from] = [1, 0, 0]
  for (;;) {
    for (; isLineEnd(text.charCodeAt(from)); from++) if (text.charCodeAt(from) === lineEnd) line++
    if (from >= text.length) return
    const end = endOfLine(text, from)
    const most = Math.min(text.length, from + MAX_RECORD_LENGTH)
    const whole = readStrict(text, from, unclosed < MAX_UNCLOSED ? most : end, separator)
    if (whole === 'unclosed') unclosed++
    const record = pick(text, from, whole, delimiter, width)
    let lines = 1
    for (; from < record.end; from++) if (text.charCodeAt(from) === lineEnd) lines++
    const { cells, strict } = record
    if (cells.length > 1 || cells[0]?.trim()) yield { cells, strict, line, lines }
    line += lines - 1
  }
}

/** The record as its quotes say, or the line alone where they cannot be believed. */
function pick(
  text: string,
  from: number,
  whole: StrictRecord | Fault,
  delimiter: string,
  width: number,
) {
  const end = endOfLine(text, from)
  if (typeof whole !== 'string' && whole.end <= end) return { ...whole, strict: true }
  const line = text.slice(from, Math.min(end, from + MAX_RECORD_LENGTH))
  const cells = repairLine(line, delimiter, width)
  const single = { cells, strict: false, end }
  if (typeof whole === 'string') return single
  const fits = whole.cells.length === width && !hasRow(text, end, whole.end, delimiter, width)
  return fits || cells.length !== width ? { ...whole, strict: true } : single
}

/** True where a line within a cell is a row of its own: two quotes of different rows have met. */
function hasRow(text: string, from: number, until: number, delimiter: string, width: number) {
  // Two cells are no sign: a comma stands in prose too.
  if (width < (delimiter === ',' ? 3 : 2)) return false
  for (let at = from + 1; at < until; ) {
    const end = endOfLine(text, at)
    const record = end < until ? readStrict(text, at, end, delimiter.charCodeAt(0)) : 'broken'
    if (typeof record !== 'string' && record.cells.length === width) return true
    at = end + 1
  }
  return false
}

/** How many cells most lines have that are records for themselves; a line of one cell is part of another. */
function usualWidth(text: string, delimiter: string): number {
  const head = text.slice(0, 64 * 1024)
  const counts = new Map<number, number>()
  for (let from = 0; from < head.length; ) {
    const end = endOfLine(head, from)
    const record = readStrict(head, from, end, delimiter.charCodeAt(0))
    const width = typeof record === 'string' ? 0 : record.cells.length
    if (width > 1 && end > from) counts.set(width, (counts.get(width) ?? 0) + 1)
    from = end + 1
  }
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)
  return most?.[0] ?? 1
}

/** The delimiter that the first line has most of. */
export function guessDelimiter(text: string): string {
  const line = /[^\r\n]+/.exec(text.slice(0, 20_000))?.[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  const [best = ','] = [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))
  return best
}

const QUOTE = 0x22
const SPACE = 0x20

interface StrictRecord {
  readonly cells: readonly string[]
  /** Where its line end, or the text's end, is. */
  readonly end: number
}

/** `unclosed`: the end came before the quote that closes a cell. `broken`: a quote stands where none may. */
type Fault = 'unclosed' | 'broken'

function readStrict(
  text: string,
  from: number,
  until: number,
  separator: number,
): StrictRecord | Fault {
  const cells: string[] = []
  for (let at = from; ; at++) {
    let start = at
    while (start < until && text.charCodeAt(start) === SPACE) start++
    if (text.charCodeAt(start) === QUOTE && start < until) {
      const end = endOfQuoted(text, start + 1, until)
      if (end === undefined) return 'unclosed'
      cells.push(text.slice(start + 1, end).replaceAll('""', '"'))
      at = end + 1
    } else {
      start = at
      for (; at < until; at++) {
        const code = text.charCodeAt(at)
        if (code === separator || isLineEnd(code)) break
        if (code === QUOTE) return 'broken'
      }
      cells.push(text.slice(start, at))
    }
    if (at >= until || isLineEnd(text.charCodeAt(at))) return { cells, end: Math.min(at, until) }
    if (text.charCodeAt(at) !== separator) return 'broken'
  }
}

/** Where the next quote is that is not doubled. */
function endOfQuoted(text: string, from: number, until: number): number | undefined {
  for (let at = from; at < until; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue
    if (at + 1 >= until || text.charCodeAt(at + 1) !== QUOTE) return at
    at++
  }
  return undefined
}
