import { reason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countRows } from '../../reading/count/rows.ts'
import { gatherListens, type Listen } from '../../reading/listens.ts'
import { readMoment } from '../../reading/moment.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { type Table, understandTable } from '../../reading/table/table.ts'

/**
 * Libre.fm's export, lastfm-to-csv's, and every table of artist, track and the second of the play: comments, whose sign
 * may be spoilt by UTF-7, then `Artist,Track,Album,Time`; the album may be missing.
 */
export const librefm: PlaylistFormat = {
  name: 'librefm',
  title: reason('playlist.format-librefm'),
  isLog: true,

  recognise: (input) => (findTime(input.text) ? 0.95 : 0),

  read(input) {
    const found = findTime(input.text)
    const head = { format: 'librefm', name: '', fallbackName: nameOf(input) }
    return [gatherListens(head, found ? readRows(input.text, found) : [])]
  },

  count(input) {
    const { table } = findTime(input.text) ?? {}
    return table ? countRows(input.text, table.delimiter, table.before) : 0
  },
}

type TimeColumn = NonNullable<ReturnType<typeof findTime>>

/** Where the second of the play stands; nothing where the table has none. */
function findTime(text: string) {
  if (/^\s{0,9}[{[<]/.test(text)) return undefined
  const table = understandTable(text)
  if (table && isLastfmToCsv(table)) {
    const columns = { artists: [0], single: { album: 1, title: 2 }, milliseconds: false }
    return { table: { ...table, columns, before: 0 }, time: 3, title: 2 }
  }
  if (table?.how !== 'named' || table.columns.artists.length === 0) return undefined
  const time = table.header.findIndex((cell) => /^(?:time|uts|timestamp|date)$/i.test(cell.trim()))
  const { title } = table.columns.single
  const [first] = readCells(text.slice(0, 64 * 1024), table.delimiter, table.before)
  if (time < 0 || title === undefined || !/^1?\d{9}$/.test(first?.[time]?.trim() ?? ''))
    return undefined
  return { table, time, title }
}

/** Artist, album, title and `27 Nov 2023 10:12` without a header: https://github.com/benjaminbenben/lastfm-to-csv. */
const isLastfmToCsv = ({ header, headed, rows }: Table) =>
  !headed &&
  header.length === 4 &&
  rows.every(
    (row) => row.length === 4 && /^(?:\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d)?$/.test(row[3] ?? ''),
  ) &&
  rows.some((row) => row[3])

function* readCells(text: string, delimiter: string, before: number) {
  let place = 0
  for (const { cells } of readCsv(text, delimiter)) if (place++ >= before) yield cells
}

function* readRows(text: string, { table, time, title }: TimeColumn): Generator<Listen> {
  const { artists, single } = table.columns
  for (const cells of readCells(text, table.delimiter, table.before))
    yield {
      title: cells[title],
      artists: artists.map((at) => cells[at]),
      album: single.album === undefined ? undefined : cells[single.album],
      at: momentOf(cells[time]?.trim() ?? ''),
    }
}

const momentOf = (text: string) => (/^\d+$/.test(text) ? text : (readMoment(text)?.iso ?? text))
