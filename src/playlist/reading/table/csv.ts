import { endOfLine, isLineEnd } from '../lines.ts'

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** True when it is as RFC 4180 wants it: every quote doubled or at a cell's edge, and closed. */
  readonly strict: boolean
}

/** What a record has beyond so many characters is left out; a quote that is still open then was never closed. */
const MAX_RECORD_LENGTH = 100_000
/** After so many quotes that were never closed none spans lines any more: looking for its end costs time. */
const MAX_UNCLOSED = 20

/**
 * Reads records of RFC 4180 one at a time, whatever ends the lines. Unlike csv-parse it goes on
 * after a broken one: a quote inside a quoted cell that is not doubled is taken as itself, and when
 * one is never closed the record ends with its line, so that the rows after it are not lost.
 */
export function* readCsv(text: string, delimiter = ','): Generator<CsvRecord> {
  const separator = delimiter.charCodeAt(0)
  let unclosed = 0
  let from = 0
  for (;;) {
    while (isLineEnd(text.charCodeAt(from))) from++
    if (from >= text.length) return
    const most = Math.min(text.length, from + MAX_RECORD_LENGTH)
    let record = unclosed < MAX_UNCLOSED ? readRecord(text, from, most, separator) : undefined
    if (!record || (record.end === most && !(record.closed && most === text.length))) {
      unclosed++
      const end = endOfLine(text, from)
      record = { ...readRecord(text, from, Math.min(end, most), separator), strict: false, end }
    }
    if (record.cells.length > 1 || record.cells[0]?.trim()) yield record
    from = record.end + 1
  }
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

interface RecordRead extends CsvRecord {
  /** False when `until` came before the quote that closes a cell. */
  readonly closed: boolean
  /** Where its line end, or `until`, is. */
  readonly end: number
}

function readRecord(text: string, from: number, until: number, separator: number): RecordRead {
  const cells: string[] = []
  let strict = true
  let at = from
  for (;;) {
    let start = at
    while (start < until && text.charCodeAt(start) === SPACE) start++
    let cell = ''
    if (text.charCodeAt(start) === QUOTE) {
      at = ++start
      for (;;) {
        if (at >= until) {
          cells.push(cell + text.slice(start, until))
          return { cells, strict: false, closed: false, end: until }
        }
        if (text.charCodeAt(at) === QUOTE) {
          const next = at + 1 < until ? text.charCodeAt(at + 1) : Number.NaN
          if (next === separator || isLineEnd(next) || Number.isNaN(next)) break
          if (next === QUOTE) {
            cell += text.slice(start, ++at)
            start = at + 1
          } else strict = false
        }
        at++
      }
      cell += text.slice(start, at++)
    } else {
      for (; at < until; at++) {
        const code = text.charCodeAt(at)
        if (code === separator || isLineEnd(code)) break
        if (code === QUOTE) strict = false
      }
      cell = text.slice(start, at)
    }
    cells.push(cell)
    if (at >= until || text.charCodeAt(at) !== separator)
      return { cells, strict, closed: true, end: at }
    at++
  }
}
