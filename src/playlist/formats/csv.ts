import { UserError } from '../../model/errors.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Format, Input } from '../format.ts'
import { splitArtistTitle } from '../reading/artist-title.ts'
import { secondsToMs } from '../reading/clean.ts'
import { guessDelimiter, readCsv } from '../reading/csv.ts'
import { buildPlaylist, checkCount, type Row, skipRow } from '../reading/entries.ts'
import { nameOf } from '../reading/file-name.ts'
import { sampleLines } from '../reading/lines.ts'

/**
 * A table with a header, of any origin: TuneMyMusic, Soundiiz, YouTube Takeout, Libre.fm and what
 * people make in a spreadsheet. Comments (`#`) may stand before the header.
 */
export const csv: Format = {
  name: 'csv',
  title: 'CSV with named columns (TuneMyMusic, Soundiiz, YouTube Takeout and others)',

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (/^\s?\s?[{[<]/.test(head)) return 0
    const { columns } = findTable(head)
    if (!columns || columns.title === undefined) return 0
    // Two columns that are known are no accident; a lone `title` may be.
    return Object.keys(columns).length > 1 || columns.artists.length > 0 ? 0.8 : 0.4
  },

  read(input) {
    const { columns, delimiter } = findTable(input.text.slice(0, 64 * 1024))
    if (columns?.title === undefined)
      throw new UserError('The table has no column with a known name for titles.')
    return readTable(input, columns, delimiter)
  },
}

type Field = 'title' | 'album' | 'playlist' | 'isrc' | 'uri' | 'ms' | 'seconds' | 'date' | 'addedAt'

interface Columns extends Partial<Readonly<Record<Field, number>>> {
  /** More than one where each artist has a column. */
  readonly artists: readonly number[]
  /** The header's place among the records. */
  readonly header: number
}

const ARTIST =
  /^(?:(?:track |song )?artists?(?: ?name(?:s|\(s\))?)?(?: ?\d+)?|interpret|performer|band)$/
const NAMES: Readonly<Record<Field, RegExp>> = {
  title: /^(?:track ?(?:name|title)?|song ?(?:name|title)?|title|name|recording)$/,
  album: /^(?:album ?(?:name|title)?|release(?: name)?|record)$/,
  playlist: /^playlist ?(?:name|title)?$/,
  isrc: /^isrc(?: code)?$/,
  uri: /^(?:(?:song |track |spotify )?(?:uri|url|link)|video id|spotify ?- ?id)$/,
  ms: /^(?:duration|length|track duration) ?(?:\(ms\)|ms|in ms)$/,
  seconds: /^(?:duration|length|time|track length)(?: ?\((?:s|sec|seconds)\))?$/,
  date: /^(?:year|date|release ?(?:date|year))$/,
  addedAt: /^(?:date added|added ?(?:at|on|date)?)$/,
}

/** The sign before comments, and what UTF-7 makes of it in Libre.fm's exports. */
const COMMENT = /^(?:#|\+ACM-)/

/** The header is the first record that names a title and something else. */
function findTable(head: string): { readonly columns?: Columns; readonly delimiter: string } {
  const delimiter = guessDelimiter(sampleLines(head).find((line) => !COMMENT.test(line)) ?? '')
  let header = 0
  for (const { cells } of readCsv(head, delimiter)) {
    const columns = nameColumns(cells, header)
    if (columns.title !== undefined && cells.length > 1) return { columns, delimiter }
    if (!COMMENT.test(cells[0] ?? '') || ++header > 50) break
  }
  return { delimiter }
}

function nameColumns(cells: readonly string[], header: number): Columns {
  const artists: number[] = []
  const columns: Partial<Record<Field, number>> = {}
  for (const [index, cell] of cells.entries()) {
    const name = cell.slice(0, 100).trim().toLowerCase().replaceAll('_', ' ')
    if (ARTIST.test(name)) artists.push(index)
    for (const field of Object.keys(NAMES) as Field[])
      if (NAMES[field].test(name)) columns[field] ??= index
  }
  return { ...columns, artists, header }
}

function readTable(input: Input, columns: Columns, delimiter: string): readonly Playlist[] {
  // Services put several playlists in one file, and name each row's in a column.
  const rows = new Map<string, Row[]>()
  let place = 0
  for (const { cells } of readCsv(input.text, delimiter)) {
    if (place++ <= columns.header) continue
    checkCount(place)
    const name = columns.playlist === undefined ? '' : (cells[columns.playlist] ?? '').trim()
    const list = rows.get(name) ?? []
    list.push(readRow(cells, columns))
    rows.set(name, list)
  }
  if (rows.size === 0) rows.set('', [])
  return [...rows].map(([name, list]) =>
    buildPlaylist({ format: 'csv', name, fallbackName: nameOf(input) }, list),
  )
}

function readRow(cells: readonly string[], columns: Columns): Row {
  const cell = (field: Field) => {
    const index = columns[field]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const title = cell('title')
  const artists = columns.artists.flatMap((index) => splitArtists(cells[index] ?? ''))
  if (title === '' && artists.length === 0) return skipRow(cells.join(' '), 'An empty row.')
  const more = {
    album: cell('album'),
    isrc: cell('isrc'),
    durationMs: cell('ms') || secondsToMs(plausibleLength(cell('seconds'))),
    date: /^\d{4}(?:-|$)/.test(cell('date')) ? cell('date') : undefined,
    addedAt: /^\d{4}-\d\d-\d\d/.test(cell('addedAt')) ? cell('addedAt') : undefined,
    uri: readUri(cell('uri')),
  }
  if (artists.length > 0) return { kind: 'track', title, artists, ...more }
  // From YouTube the artist comes within the title.
  const split = splitArtistTitle(title)
  const note = split.artist ? 'The artist was taken from the title.' : undefined
  return { kind: 'track', title: split.title, artists: [split.artist], ...more, note }
}

/** A list is joined by `;` or by comma and space; a lone comma may be part of a name. */
const splitArtists = (cell: string) =>
  cell
    .split(cell.includes(';') ? ';' : ', ')
    .map((name) => name.trim())
    .filter(Boolean)

/** A column named `time` holds a length, or the moment of listening in seconds since 1970. */
const plausibleLength = (text: string) => (/^\d{9,}$/.test(text) ? '' : text)

function readUri(text: string): string {
  if (/^[A-Za-z0-9]{22}$/.test(text)) return `spotify:track:${text}`
  return /^[\w-]{11}$/.test(text) ? `https://www.youtube.com/watch?v=${text}` : text
}
