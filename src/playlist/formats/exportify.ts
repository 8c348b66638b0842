import { reason } from '../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../format.ts'
import { buildPlaylist, type ReadRow, skipRow, type TrackRow } from '../reading/entries.ts'
import { nameOf } from '../reading/file-name.ts'
import { readLines } from '../reading/lines.ts'
import { kindOfSpotifyUri, readLocalUri, whyNoTrack } from '../reading/spotify-uri.ts'
import { type CsvRecord, guessDelimiter, readCsv } from '../reading/table/csv.ts'
import { type Column, columnNamed } from '../reading/table/exportify-headers.ts'

/**
 * Exportify's CSV, of both projects: https://github.com/watsonbox/exportify (headers in twelve languages;
 * until November 2020 without escaping quotes) and https://github.com/pavelkomarov/exportify.
 */
export const exportify: PlaylistFormat = {
  name: 'exportify',
  title: reason('playlist.format-exportify'),

  recognise(input) {
    const { columns, rows } = look(input)
    const { uri, title } = columns
    if (uri === undefined || title === undefined) return 0
    // The bare ids of the oldest version are in its first column only.
    const read = uri === 0 ? readUri : (cell = '') => cell
    const named = rows.filter((row) => kindOfSpotifyUri(read(row[uri])) || isBlank(row)).length
    return named >= rows.length * 0.5 ? 1 : 0
  },

  read(input) {
    const head = { format: 'exportify', name: '', fallbackName: nameOf(input) }
    return [buildPlaylist(head, readRows(input))]
  },
}

type Columns = { readonly [Name in Column]?: number }
type Cells = readonly string[]

/** The header and the first rows: what the columns are is decided by them. */
function look(input: FormatInput) {
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
function findColumns(header: Cells, rows: readonly Cells[]): Columns {
  const named: { [Name in Column]?: number } = {}
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

function layoutOf(row: Cells): Columns | undefined {
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
function* readRecords(text: string): Generator<Pick<CsvRecord, 'cells' | 'strict'>> {
  const start = text.slice(0, LONGEST_HEAD)
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

const LONGEST_HEAD = 64 * 1024

function partUnescaped(line: string, width: number): string[] {
  const cells = line.trim().replace(/^"/, '').replace(/"$/, '').split('","', 1000)
  // A name that has the mark itself: the cells before and after it are known, it is the title.
  const more = cells.length - width
  return more > 0
    ? [cells[0] ?? '', cells.slice(1, 2 + more).join('","'), ...cells.slice(2 + more)]
    : cells
}

function* readRows(input: FormatInput): Generator<ReadRow> {
  const { columns, headless } = look(input)
  const splitArtists = findArtistsJoin(input, columns)
  let first = !headless
  for (const record of readRecords(input.text)) {
    if (!first) yield readRow(record, columns, splitArtists)
    first = false
  }
}

function readRow(
  { cells, strict }: Pick<CsvRecord, 'cells' | 'strict'>,
  columns: Columns,
  splitArtists: SplitArtists,
): ReadRow {
  const cell = (name: Column) => {
    const index = columns[name]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  if (isBlank(cells)) return skipRow('', reason('playlist.empty-row'))
  const uri = readUri(cell('uri'))
  const kind = kindOfSpotifyUri(uri)
  if (kind && kind !== 'track' && kind !== 'local')
    return skipRow(
      [cell('title'), cell('artists')].filter(Boolean).join(' · ') || uri,
      whyNoTrack(kind),
    )
  const row: TrackRow = {
    kind: 'track',
    title: readTitle(cell('title'), cell('artists')),
    ...splitArtists(cell('artists'), cell('artistUris')),
    album: withoutNull(cell('album')),
    albumArtists: splitCounted(cell('albumArtists'), cell('albumArtistUris')).artists ?? [],
    durationMs: cell('duration'),
    date: cell('date'),
    isrc: cell('isrc'),
    discNumber: cell('disc'),
    trackNumber: cell('number'),
    uri,
    addedAt: cell('addedAt'),
  }
  const named = kind === 'local' ? fillFromUri(row, uri) : row
  return strict ? named : { ...named, note: reason('playlist.quotes-repaired') }
}

function fillFromUri(row: TrackRow, uri: string): TrackRow {
  const local = readLocalUri(uri)
  if (local.kind !== 'track') return row
  return {
    ...row,
    title: row.title || local.title,
    artists: row.artists?.length ? row.artists : (local.artists ?? []),
    album: row.album || local.album,
    durationMs: Number(row.durationMs) > 0 ? row.durationMs : local.durationMs,
  }
}

type SplitArtists = (names: string, uris: string) => Pick<TrackRow, 'artists' | 'note'>

/**
 * watsonbox joins with comma and space and writes a comma inside a name as `\,`; the addresses beside
 * them say how many there are. pavelkomarov joins with `;` since mid-2025 and with a bare comma before.
 */
function findArtistsJoin(input: FormatInput, columns: Columns): SplitArtists {
  if (columns.artistUris !== undefined || columns.disc !== undefined) return splitCounted
  const { artists } = columns
  for (const { cells } of readRecords(input.text))
    if (artists !== undefined && cells[artists]?.includes(';'))
      return (names) => ({ artists: names.split(';').map(withoutNull) })
  return (names) => ({ artists: names.split(/(?<!\d),(?=\S)|,(?=[^\s\d])/).map(withoutNull) })
}

function splitCounted(names: string, uris: string): Pick<TrackRow, 'artists' | 'note'> {
  const artists = splitEscaped(names)
  const count = uris === '' ? artists.length : uris.split(/,\s*/).length
  if (count === 1) return { artists: [unescapeComma(names)] }
  if (count === artists.length) return { artists }
  return {
    artists,
    note: reason('playlist.artists-differ', { artists: count, names: artists.length }),
  }
}

const splitEscaped = (names: string) => names.split(/(?<!\\), /).map(unescapeComma)
const unescapeComma = (name: string) => name.replaceAll('\\,', ',')

/** JavaScript's word for a name that the service no longer has. */
const withoutNull = (name: string) => (name === 'undefined' ? '' : name)
/** A song may be called so; one without an artist is not. */
const readTitle = (title: string, artists: string) =>
  withoutNull(artists) === '' ? withoutNull(title) : title
const isBlank = (cells: Cells) => cells.every((cell) => cell.trim() === '')
const readUri = (cell = '') => (/^[A-Za-z0-9]{22}$/.test(cell) ? `spotify:track:${cell}` : cell)
