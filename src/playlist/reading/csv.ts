/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** The record as it stands in the file, for readers that know a broken shape better. */
  readonly raw: string
  /** True when it is as RFC 4180 wants it: every quote doubled or at a cell's edge, and closed. */
  readonly strict: boolean
}

/** A quoted cell that has not ended by then was never closed. */
const LONGEST_RECORD = 100_000
const MOST_CELLS = 1000
/** After so many cells that were never closed a quote no longer spans lines: searching for its end costs time. */
const MOST_UNCLOSED = 20

/**
 * Reads records of RFC 4180 one at a time, whatever ends the lines. Unlike csv-parse it goes on
 * after a broken one: a quote inside a quoted cell that is not doubled is taken as itself, and when
 * one is never closed the record ends with its line, so that the rows after it are not lost.
 */
export function* readCsv(text: string, delimiter = ','): Generator<CsvRecord> {
  let from = 0
  let unclosed = 0
  while (from < text.length) {
    let record = readRecord(text, from, delimiter, unclosed < MOST_UNCLOSED)
    if (!record.closed) {
      unclosed++
      record = readRecord(text, from, delimiter, false)
    }
    const { cells, strict, end } = record
    const raw = text.slice(from, end)
    if (raw.trim() !== '') yield { cells, raw, strict }
    from = end + 1
    // CRLF, and Windows text mode's CR CR LF, are one line end.
    while (text.charCodeAt(from - 1) === CR && isLineEnd(text.charCodeAt(from))) from++
  }
}

/** The delimiter that the first line has most of. */
export function guessDelimiter(text: string): string {
  const line = /[^\r\n]+/.exec(text.slice(0, 20_000))?.[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  const [best = ','] = [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))
  return best
}

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const isLineEnd = (code: number) => code === LF || code === CR

interface RecordRead {
  readonly cells: string[]
  readonly strict: boolean
  readonly closed: boolean
  /** Where its line end, or the end of the text, is. */
  readonly end: number
}

function readRecord(text: string, from: number, delimiter: string, multiline: boolean): RecordRead {
  const separator = delimiter.charCodeAt(0)
  const cells: string[] = []
  let at = from
  let strict = true
  for (;;) {
    let cell = ''
    while (text.charCodeAt(at) === 0x20 && separator !== 0x20) at++
    if (text.charCodeAt(at) === QUOTE) {
      at++
      let start = at
      for (;;) {
        const code = text.charCodeAt(at)
        if (code === QUOTE) {
          const next = text.charCodeAt(at + 1)
          if (next === separator || isLineEnd(next) || Number.isNaN(next)) {
            cell += text.slice(start, at++)
            break
          }
          if (next === QUOTE) {
            cell += text.slice(start, ++at)
            start = at + 1
          } else strict = false
        } else if (Number.isNaN(code) || (isLineEnd(code) && !multiline)) {
          cell += text.slice(start, at)
          if (multiline) return { cells, strict: false, closed: false, end: at }
          strict = false
          break
        } else if (at - from > LONGEST_RECORD && multiline) {
          return { cells, strict: false, closed: false, end: at }
        }
        at++
      }
    } else {
      const start = at
      for (;;) {
        const code = text.charCodeAt(at)
        if (code === separator || isLineEnd(code) || Number.isNaN(code)) break
        if (code === QUOTE) strict = false
        at++
      }
      cell = text.slice(start, at)
    }
    if (cells.length < MOST_CELLS) cells.push(cell)
    if (text.charCodeAt(at) !== separator) return { cells, strict, closed: true, end: at }
    at++
  }
}
