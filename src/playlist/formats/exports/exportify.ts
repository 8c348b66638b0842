import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { countRows } from '../../reading/count/rows.ts'
import { buildPlaylist, type ReadRow, skipRow, type TrackRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { kindOfSpotifyUri, readLocalUri, whyNoTrack } from '../../reading/services/spotify-uri.ts'
import { type CsvRecord, guessDelimiter } from '../../reading/table/csv.ts'
import {
  type ExportifyColumns,
  isBlank,
  look,
  readRecords,
  readUri,
} from '../../reading/table/exportify-columns.ts'
import type { ExportifyColumn } from '../../reading/table/exportify-headers.ts'

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

  // Most rows begin with the address of their track, whatever quotes stand before it.
  count(input) {
    const addresses = countLines(input.text, (line) => /^"?spotify:[a-z]+:/.test(line))
    const rows = countRows(input.text, guessDelimiter(input.text), look(input).headless ? 0 : 1)
    return Math.max(addresses, rows)
  },
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
  columns: ExportifyColumns,
  splitArtists: SplitArtists,
): ReadRow {
  const cell = (name: ExportifyColumn) => {
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

/** No list has more rows. */
const MAX_LOOKED_AT = 200_000

/**
 * watsonbox joins with comma and space and writes a comma inside a name as `\,`; the addresses beside
 * them say how many there are. pavelkomarov joins with `;` since mid-2025 and with a bare comma before.
 */
function findArtistsJoin(input: FormatInput, columns: ExportifyColumns): SplitArtists {
  if (columns.artistUris !== undefined || columns.disc !== undefined) return splitCounted
  const { artists } = columns
  let seen = 0
  for (const { cells } of readRecords(input.text)) {
    if (artists !== undefined && cells[artists]?.includes(';'))
      return (names) => ({ artists: names.split(';').map(withoutNull) })
    if (++seen === MAX_LOOKED_AT) break
  }
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
