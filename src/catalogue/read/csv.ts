import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { openFile, readLines } from './lines.ts'
import { Batch, type Reader } from './reader.ts'
import { makeRecording } from './recording.ts'
import { findColumns, readFields, type TableColumns } from './table.ts'

/**
 * CSV of hundreds of millions of rows, read line by line rather than with a parser over the stream:
 * a quote gone wrong then spoils one row, not all that follow (RFC 4180 otherwise, `""` for a quote).
 */
const SEPARATORS = [',', ';', '\t'] as const
/** Lines that one quoted cell may run over. */
const MAX_LINES = 50

export const csv: Reader = {
  format: 'csv',
  recognise: (name, start) => {
    const [line = ''] = start.split('\n')
    return (
      /\.(?:csv|tsv)$/.test(name) ||
      findColumns(splitCells(line, separatorOf(line)) ?? []) !== undefined
    )
  },
  read: (file, signal) => readCsv(file.path, file.source, signal),
}

/** ListenBrainz' canonical dump: https://musicbrainz.org/doc/Canonical_MusicBrainz_data. CC0. */
export const listenbrainz: Reader = {
  format: 'listenbrainz',
  licence: 'CC0-1.0',
  recognise: (_name, start) =>
    /^\ufeff?[^\n]*\bartist_credit_name\b/.test(start) && /^[^\n]*\brecording_mbid\b/.test(start),
  read: (file, signal) => readCsv(file.path, 'listenbrainz', signal),
}

async function* readCsv(path: string, source: string, signal: AbortSignal) {
  const open = openFile(path, signal)
  const batch = new Batch()
  let table: CsvHeader | undefined
  let row = 0
  let begun = ''
  let begunLines = 0
  for await (const lines of readLines(open.chunks)) {
    for (const line of lines) {
      row++
      if (line === '' && begun === '') continue
      if (table === undefined) {
        table = readHeader(line, path)
        continue
      }
      const text = begun === '' ? line : `${begun}\n${line}`
      const cells = splitCells(text, table.separator)
      if (cells !== undefined) {
        batch.add(row, readRow(table, cells, source, row))
        begun = ''
        begunLines = 0
      } else if (++begunLines < MAX_LINES) {
        begun = text
      } else {
        batch.add(row, reason('catalogue.row-quote-open'))
        begun = ''
        begunLines = 0
      }
    }
    yield batch.take(open.bytesRead)
  }
  if (begun !== '') batch.add(row, reason('catalogue.row-quote-open'))
  yield batch.take(open.bytesRead)
}

interface CsvHeader {
  readonly separator: string
  readonly columns: TableColumns
  readonly places: ReadonlyMap<string, number>
}

function readHeader(line: string, path: string): CsvHeader {
  const separator = separatorOf(line)
  const header = splitCells(line, separator) ?? []
  const columns = findColumns(header)
  if (columns === undefined) {
    throw new UserError(
      reason('catalogue.no-title-column', { path }),
      reason('catalogue.name-columns'),
    )
  }
  return { separator, columns, places: new Map(header.map((name, place) => [name, place])) }
}

function readRow(table: CsvHeader, cells: readonly string[], source: string, row: number) {
  if (cells.length > table.places.size)
    return reason('catalogue.row-too-many-cells', {
      cells: cells.length,
      columns: table.places.size,
    })
  const fields = readFields(table.columns, (column) => cells[table.places.get(column) ?? -1])
  return makeRecording(fields, source, row)
}

export const separatorOf = (line: string) =>
  SEPARATORS.reduce((best, each) =>
    line.split(each).length > line.split(best).length ? each : best,
  )

/** The cells of a row; nothing while a quote is still open. */
export function splitCells(text: string, separator: string): string[] | undefined {
  if (!text.includes('"')) return text.split(separator)
  const cells: string[] = []
  for (let at = 0; ; ) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at)
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end))
      if (end < 0) return cells
      at = end + 1
      continue
    }
    let cell = ''
    for (at++; ; ) {
      const quote = text.indexOf('"', at)
      if (quote < 0) return undefined
      cell += text.slice(at, quote)
      at = quote + 1
      if (text[at] !== '"') break
      cell += '"'
      at++
    }
    // What stands behind the closing quote belongs to no standard; it is kept.
    const end = text.indexOf(separator, at)
    cells.push(cell + (end < 0 ? text.slice(at) : text.slice(at, end)))
    if (end < 0) return cells
    at = end + 1
  }
}
