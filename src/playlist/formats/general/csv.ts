import type { Playlist } from '../../../model/playlist.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { countRows } from '../../reading/count/rows.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'
import { describeColumns, showHeader } from '../../reading/table/choose-columns.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { OddRows } from '../../reading/table/odd-rows.ts'
import { readRow } from '../../reading/table/read-row.ts'
import { type RowRules, rulesOf } from '../../reading/table/row-rules.ts'
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
    const { title, uri = columns.single.path } = columns.single
    if (table.of) return called ? 0.5 : 0.25
    if (how === 'named') {
      // Links, and nothing else that says something.
      if (title === undefined) return uri !== undefined && regular ? 0.65 : 0
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
    const { title, uri = table.columns.single.path } = table.columns.single
    const isKnown = table.how !== 'unsure' && (table.how !== 'content' || table.regular)
    if (!table.of && (!isKnown || (title === undefined && uri === undefined)))
      throw new UserError(reason('playlist.columns-unclear'), explainTable(table))
    return readTable(input, table)
  },

  count(input) {
    const table = understandTable(input.text, input.columns)
    if (!table) return 0
    const header = (line: string) => cellsIn(line, table.delimiter).join() === table.header.join()
    const heads = table.headed ? countLines(input.text, header) : 0
    return countRows(input.text, table.delimiter, heads)
  },
}

const cellsIn = (line: string, delimiter: string) => [...readCsv(line, delimiter)][0]?.cells ?? []

function readTable(input: FormatInput, table: Table): readonly Playlist[] {
  const { playlist } = table.columns.single
  const rules = rulesOf(table)
  const odd = new OddRows(table.header.length)
  // Services put several playlists in one file, and name each row's in a column.
  const lists = new Map<string, ReadRow[]>()
  let place = 0
  for (const record of readCsv(input.text, table.delimiter)) {
    if (place++ < table.before || isHeaderAgain(record.cells, table)) continue
    checkCount(place)
    odd.see(record)
    const name = playlist === undefined ? '' : (record.cells[playlist] ?? '').trim()
    const list = lists.get(name) ?? []
    list.push(readRow(record.cells, rules))
    lists.set(name, list)
  }
  if (lists.size === 0) lists.set('', [])
  const notes = [...notesOf(table, rules), ...odd.notes()]
  const all = [...lists]
  const kept = all.filter(([, rows]) => rows.length === 0 || !rows.every(isSavedElse))
  const left = kept.length > 0 ? all.filter((list) => !kept.includes(list)) : []
  const others = notRead(left.flatMap(([, rows]) => rows))
  return (kept.length > 0 ? kept : all).map(([name, rows], at) =>
    buildPlaylist(
      {
        format: 'csv',
        name: name || table.name,
        fallbackName: nameOf(input),
        notes: at === 0 ? [...notes, ...rowsBefore(table), ...others] : notes,
      },
      rows,
    ),
  )
}

/** Facts about the list, a title, comments. */
function rowsBefore({ before, headed }: Table): readonly Reason[] {
  const rows = before - (headed ? 1 : 0)
  return rows > 0 ? [reason('playlist.rows-before-header', { rows })] : []
}

/** Tables that were put together have their header more than once. */
const isHeaderAgain = (cells: readonly string[], { header, headed }: Table) =>
  headed && cells.length === header.length && cells.every((cell, at) => cell === header[at])

const countOf = (rows: readonly ReadRow[], code: string) =>
  rows.filter((row) => row.kind === 'skipped' && row.reason.code === code).length

const isSavedElse = (row: ReadRow) =>
  countOf([row], 'playlist.row-is-album') + countOf([row], 'playlist.row-is-artist') > 0

/** Lists of what was saved besides tracks are no playlists: they are counted. */
function notRead(rows: readonly ReadRow[]): readonly Reason[] {
  if (rows.length === 0) return []
  return [
    reason('playlist.library-not-read', {
      albums: countOf(rows, 'playlist.row-is-album'),
      artists: countOf(rows, 'playlist.row-is-artist'),
      shows: 0,
      episodes: 0,
    }),
  ]
}

function notesOf(
  { how, header, columns, artistless, of }: Table,
  { within }: RowRules,
): readonly Reason[] {
  const shown = { columns: describeColumns(columns), ...showHeader(header) }
  if (of)
    return [reason(of === 'artists' ? 'playlist.list-of-artists' : 'playlist.list-of-releases')]
  if (how === 'content') return [reason('playlist.columns-guessed', shown)]
  const isNamed = columns.artists.length > 0 || columns.single.title === undefined
  return artistless || (!isNamed && within === 'none')
    ? [reason('playlist.no-artist-column', shown)]
    : []
}
