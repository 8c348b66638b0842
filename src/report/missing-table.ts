import { bestLink, type MissingTrack } from '../model/lists/missing.ts'
import { formatArtists } from '../words/names.ts'
import type { Words } from '../words/words.ts'
import { writeTable } from './playlists/csv.ts'

/** Spreadsheets read a file without it as the system's old code page. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A shopping list for a spreadsheet (RFC 4180): a row a track, with the best place that is known for it, and a column for
 * each shop that can be searched.
 */
export function writeMissingTable(tracks: readonly MissingTrack[], words: Words): string {
  const { columns } = words.missing
  const shops = [
    ...new Set(
      tracks.flatMap(({ links }) =>
        links.filter(({ kind }) => kind === 'search').map(({ service }) => service),
      ),
    ),
  ]
  const header = [
    columns.position,
    columns.artists,
    columns.title,
    columns.album,
    columns.length,
    'ISRC',
    columns.place,
    columns.address,
    ...shops.map(columns.search),
  ]
  const rows = tracks.map((track) => {
    const best = bestLink(track)
    const { position, artists, title, album = '', durationMs, isrc = '', links } = track
    return [
      String(position),
      formatArtists(artists),
      title,
      album,
      durationMs === undefined ? '' : words.units.duration(durationMs),
      isrc,
      best?.service ?? '',
      best?.url ?? '',
      ...shops.map(
        (shop) => links.find((link) => link.kind === 'search' && link.service === shop)?.url ?? '',
      ),
    ]
  })
  return BYTE_ORDER_MARK + writeTable([header, ...rows].map((row) => row.map(asText)))
}

/** A spreadsheet runs what begins so as a formula, whatever stands around it; after an apostrophe it is text. */
const asText = (cell: string) => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
