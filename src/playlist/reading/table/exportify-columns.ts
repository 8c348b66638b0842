import type { FormatInput } from '../../format.ts'
import { readLines } from '../lines.ts'
import { kindOfSpotifyUri } from '../services/spotify-uri.ts'
import { type CsvRecord, guessDelimiter, readCsv } from './csv.ts'
import { columnNamed, type ExportifyColumn } from './exportify-headers.ts'

export type ExportifyColumns = { readonly [Name in ExportifyColumn]?: number }
type Cells = readonly string[]

/** The header and the first rows: what the columns are is decided by them. */
export function look(input: FormatInput) {
  const sample: Cells[] = []
  for (const { cells } of readRecords(input.text.slice(0, 64 * 1024))) {
    sample.push(cells)
    if (sample.length === 20) break
  }
  const [header = [], ...rest] = sample
  const headless = kindOfSpotifyUri(header[0]) !== undefined
  const rows = headless ? sample : rest
  return { columns: findColumns(header, rows), rows, headless }
}

/** By name; where the names are unknown, by position, told from the content. */
function findColumns(header: Cells, rows: readonly Cells[]): ExportifyColumns {
  const named: { [Name in ExportifyColumn]?: number } = {}
  for (const [index, cell] of header.entries()) {
    const column = columnNamed(cell)
    if (column) named[column] ??= index
  }
  if (named.uri !== undefined && named.title !== undefined && named.artists !== undefined)
    return named
  const row = rows.find((cells) => kindOfSpotifyUri(cells[0]) === 'track')
  const guessed = row && layoutOf(row)
  return { ...guessed, ...named }
}

function layoutOf(row: Cells): ExportifyColumns | undefined {
  const is = (index: number, pattern: RegExp) => pattern.test(row[index] ?? '')
  const count = /^\d{1,4}$/
  if (is(2, /^spotify:artist:/) && is(4, /^spotify:album:/)) {
    const isrc = row.findIndex((cell) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(cell))
    const added = row.findIndex((cell) => /^\d{4}-\d\d-\d\dT/.test(cell))
    return {
      uri: 0,
      title: 1,
      artistUris: 2,
      artists: 3,
      album: 5,
      albumArtistUris: 6,
      albumArtists: 7,
      date: 8,
      disc: 10,
      number: 11,
      duration: 12,
      isrc: isrc < 0 ? 16 : isrc,
      addedAt: added > 0 ? added : undefined,
    }
  }
  if (is(4, count) && is(5, count) && is(6, /^\d+$/))
    return { uri: 0, title: 1, artists: 2, album: 3, disc: 4, number: 5, duration: 6, addedAt: 8 }
  if (is(4, /^\d{4}(?:-\d\d)*$/) && is(5, /^\d+$/))
    return { uri: 0, title: 1, album: 2, artists: 3, date: 4, duration: 5, addedAt: 9 }
  return undefined
}

/**
 * Until November 2020 every cell was put in quotes and the quotes inside were left as they were, under
 * a header without any. Such rows are parted at `","`, which no name has.
 */
export function* readRecords(text: string): Generator<Pick<CsvRecord, 'cells' | 'strict'>> {
  const start = text.slice(0, HEAD_LENGTH)
  if (!/^Spotify (?:URI|ID),[^"\n]*\n(?:"[^\n]*"\s*(?:\n|$))/.test(start)) {
    yield* readCsv(text, guessDelimiter(start))
    return
  }
  let width = 0
  for (const line of readLines(text)) {
    const [record] = readCsv(line)
    if (!record) continue
    width ||= record.cells.length
    const whole = record.strict && record.cells.length === width
    yield whole ? record : { cells: partUnescaped(line, width), strict: false }
  }
}

const HEAD_LENGTH = 64 * 1024

function partUnescaped(line: string, width: number): string[] {
  const cells = line.trim().replace(/^"/, '').replace(/"$/, '').split('","', 1000)
  // A name that has the mark itself: the cells before and after it are known, it is the title.
  const more = cells.length - width
  return more > 0
    ? [cells[0] ?? '', cells.slice(1, 2 + more).join('","'), ...cells.slice(2 + more)]
    : cells
}

export const isBlank = (cells: Cells) => cells.every((cell) => cell.trim() === '')

/** The oldest version names tracks by their bare ids. */
export const readUri = (cell = '') =>
  /^[A-Za-z0-9]{22}$/.test(cell) ? `spotify:track:${cell}` : cell
