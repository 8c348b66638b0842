import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { splitArtistTitle } from '../../reading/artist-title.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../../reading/entries.ts'
import { extensionOf, nameOf } from '../../reading/file-name.ts'
import { lengthToMs } from '../../reading/length.ts'
import { rowOfLocation } from '../../reading/location.ts'
import { describeColumns, showHeader } from '../../reading/table/choose-columns.ts'
import { readCsv } from '../../reading/table/csv.ts'
import type { ColumnField } from '../../reading/table/name-columns.ts'
import { explainTable, type Table, understandTable } from '../../reading/table/table.ts'

/**
 * A table of any origin: TuneMyMusic, Soundiiz, YouTube Takeout and what people make in a spreadsheet.
 * Its columns are what the header says, else what their content shows, else what `--columns` says.
 */
export const csv: PlaylistFormat = {
  name: 'csv',
  title: reason('playlist.format-csv'),

  recognise(input) {
    if (/^\s?\s?[{[<]/.test(input.text)) return 0
    const table = understandTable(input.text)
    if (!table) return 0
    const { columns, how, strong, regular } = table
    const called = /^(?:csv|tsv)$/.test(extensionOf(input.name))
    const { title, uri } = columns.single
    if (how === 'named') {
      if (title === undefined) return uri !== undefined && regular ? 0.5 : 0
      // Two columns that are known are no accident; a lone `title` may be.
      return Object.keys(columns.single).length > 1 || columns.artists.length > 0 ? 0.8 : 0.4
    }
    if (!regular) return called ? 0.1 : 0
    if (how === 'content') return called || strong ? 0.5 : 0.25
    return strong ? 0.35 : called ? 0.1 : 0
  },

  read(input) {
    const table = understandTable(input.text, input.columns)
    if (!table) throw new UserError(reason('playlist.no-table'))
    const { title, uri } = table.columns.single
    const isKnown = table.how !== 'unsure' && (table.how !== 'content' || table.regular)
    if (!isKnown || (title === undefined && uri === undefined))
      throw new UserError(reason('playlist.columns-unclear'), explainTable(table))
    return readTable(input, table)
  },
}

function readTable(input: FormatInput, table: Table): readonly Playlist[] {
  const { columns, delimiter } = table
  const { playlist } = columns.single
  // Services put several playlists in one file, and name each row's in a column.
  const rows = new Map<string, ReadRow[]>()
  let place = 0
  for (const { cells } of readCsv(input.text, delimiter)) {
    if (place++ < table.before) continue
    checkCount(place)
    const name = playlist === undefined ? '' : (cells[playlist] ?? '').trim()
    const list = rows.get(name) ?? []
    list.push(readRow(cells, table))
    rows.set(name, list)
  }
  if (rows.size === 0) rows.set('', [])
  const notes = table.how === 'content' ? [explainGuess(table)] : []
  return [...rows].map(([name, list]) =>
    buildPlaylist({ format: 'csv', name, fallbackName: nameOf(input), notes }, list),
  )
}

const explainGuess = ({ header, columns }: Table) =>
  reason('playlist.columns-guessed', {
    columns: describeColumns(columns),
    ...showHeader(header),
  })

function readRow(cells: readonly string[], { before, columns, header }: Table): ReadRow {
  const cell = (field: Exclude<ColumnField, 'artist'>) => {
    const index = columns.single[field]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const title = cell('title')
  // `Artist 1`, `Artist 2`: each is one name, commas and all.
  const isOne = (index: number) => before > 0 && /\d\s*$/.test(header[index] ?? '')
  const artists = columns.artists.flatMap((index) =>
    isOne(index) ? [(cells[index] ?? '').trim()] : splitArtists(cells[index] ?? ''),
  )
  const uri = readUri(cell('uri'))
  if (title === '' && artists.length === 0)
    return uri === '' ? skipRow(cells.join(' '), reason('playlist.empty-row')) : rowOfLocation(uri)
  const length = plausibleLength(cell('duration'))
  const more = {
    album: cell('album'),
    isrc: cell('isrc'),
    durationMs: columns.milliseconds && /^[\d.]+$/.test(length) ? length : lengthToMs(length),
    date: readDate(cell('year')),
    addedAt: /^\d{4}-\d\d-\d\d/.test(cell('added')) ? cell('added') : undefined,
    uri,
  }
  if (artists.length > 0) return { kind: 'track', title, artists, ...more }
  // From YouTube the artist comes within the title.
  const split = splitArtistTitle(title)
  const note = split.artist ? reason('playlist.artist-from-title') : undefined
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

const readDate = (text: string) =>
  /^\d{4}(?:-|$)/.test(text) ? text : /^\d{1,2}[/.]\d{1,2}[/.](\d{4})$/.exec(text)?.[1]

function readUri(text: string): string {
  if (/^[A-Za-z0-9]{22}$/.test(text)) return `spotify:track:${text}`
  return /^[\w-]{11}$/.test(text) ? `https://www.youtube.com/watch?v=${text}` : text
}
