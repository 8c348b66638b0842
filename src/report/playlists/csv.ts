import type { Track } from '../../model/track.ts'
import { cleanField, type PlaylistWriter } from './writer.ts'

/** A table with every fact in a column of its own; each further artist in one more. RFC 4180. */
export const csv: PlaylistWriter = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  carries: ['title', 'artists', 'album', 'durationMs', 'year', 'isrc', 'uri', 'addedAt'],
  write({ name, entries }) {
    const tracks = entries.map(({ track }) => track)
    const most = Math.max(1, ...tracks.map(({ artists }) => artists.length))
    const artistColumns = Array.from({ length: most }, (_, at) => `Artist ${at + 1}`)
    const columns = [...factColumns, ['Playlist name', () => name] as const]
    const header = ['Title', ...artistColumns, ...columns.map(([title]) => title)]
    const rows = tracks.map((track) => [
      track.title,
      ...Array.from({ length: most }, (_, at) => track.artists[at] ?? ''),
      ...columns.map(([, read]) => String(read(track) ?? '')),
    ])
    return writeTable([header, ...rows])
  },
}

type Column = readonly [string, (track: Track) => string | number | undefined]

const factColumns: readonly Column[] = [
  ['Album', ({ album }) => album],
  ['Duration (ms)', ({ durationMs }) => durationMs],
  ['Year', ({ year }) => year],
  ['ISRC', ({ isrc }) => isrc],
  ['URI', ({ uri }) => uri],
  ['Added at', ({ addedAt }) => addedAt],
]

export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

/**
 * Quoted where it must be. A cell that a spreadsheet would run as a formula gets no apostrophe: the
 * text of a title is not ours to change, and quotes keep it one cell.
 */
function writeCell(text: string): string {
  const clean = cleanField(text)
  return /[",]|^\s|\s$|^[=+\-@]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean
}
