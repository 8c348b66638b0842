import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { type HtmlTable, readHtmlTables } from '../../reading/table/html-tables.ts'
import { readRow } from '../../reading/table/read-row.ts'
import { rulesOf } from '../../reading/table/row-rules.ts'
import { explainTable, understandTable } from '../../reading/table/table.ts'

/** Tables in a page, as Traktor and other programs write lists for people; each that names titles is a playlist. */
export const html: PlaylistFormat = {
  name: 'html',
  title: reason('playlist.format-html'),

  recognise: ({ text }) => {
    const head = text.slice(0, 64 * 1024)
    return /^\s{0,9}</.test(head) &&
      /<(?:html|body|!doctype html|table)[\s>]/i.test(head) &&
      /<t[dh][\s>]/i.test(head)
      ? 0.6
      : 0
  },

  read(input) {
    // A single row is no list: pages are laid out so.
    const tables = readHtmlTables(input.text).filter(({ rows }) => rows.length > 1)
    const read = tables.map((table) => readTable(input, table))
    const failed = read.filter((each): each is UserError => each instanceof UserError)
    const [first, ...others] = read.filter((each): each is Playlist => !(each instanceof UserError))
    if (!first) throw failed[0] ?? new UserError(reason('playlist.no-table'))
    const leftOut = failed.map((error) => reason('playlist.left-out', { reason: error.reason }))
    return [{ ...first, notes: [...first.notes, ...leftOut.slice(0, 20)] }, ...others]
  },

  // Rows with cells of tables that have several, but for those of names.
  count({ text }) {
    const tables = text
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .split(/<table(?=[\s>])/i)
      .slice(1)
    return tables.reduce((sum, table) => sum + countIn(table), 0)
  },
}

function countIn(table: string): number {
  const [inside = ''] = table.split(/<\/table>/i, 1)
  const rows = inside.split(/<tr(?=[\s>])/i).slice(1)
  const given = rows.filter((row) => /<td[\s>][^>]*>?[^<]*[^<\s]|<td[\s>][\s\S]*<\w/i.test(row))
  if (rows.length < 2) return 0
  const [only] = readHtmlTables(`<table>${inside}</table>`)
  const hasNames = !/<th[\s>]/i.test(inside) && understandTable(toCsv(only?.rows ?? []))?.headed
  return given.length - (hasNames ? 1 : 0)
}

const toCsv = (rows: HtmlTable['rows']) =>
  rows
    .filter((cells) => cells.some(Boolean))
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n')

function readTable(input: FormatInput, { heading, rows }: HtmlTable): Playlist | UserError {
  const csv = toCsv(rows)
  const table = understandTable(csv)
  const { title, uri } = table?.columns.single ?? {}
  if (!table || table.how === 'unsure' || (title === undefined && uri === undefined))
    return new UserError(reason('playlist.columns-unclear'), table && explainTable(table))
  const rules = rulesOf(table)
  const read: ReadRow[] = []
  let place = 0
  for (const { cells } of readCsv(csv, table.delimiter)) {
    if (place++ < table.before) continue
    checkCount(place)
    read.push(readRow(cells, rules))
  }
  return buildPlaylist({ format: 'html', name: heading, fallbackName: nameOf(input) }, read)
}
