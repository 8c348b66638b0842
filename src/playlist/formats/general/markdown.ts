import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { sampleLines } from '../../reading/lines.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { findTables, isRule, type MarkdownTable } from '../../reading/table/markdown.ts'
import { readRow } from '../../reading/table/read-row.ts'
import { rulesOf } from '../../reading/table/row-rules.ts'
import { explainTable, understandTable } from '../../reading/table/table.ts'

/** Tables in Markdown, each a playlist under the heading above it; columns are told as those of any table. */
export const markdown: PlaylistFormat = {
  name: 'markdown',
  title: reason('playlist.format-markdown'),
  recognise: (input) => (sampleLines(input.text).some(isRule) ? 0.85 : 0),

  read(input) {
    const lists: Playlist[] = []
    const failures: UserError[] = []
    for (const table of findTables(input.text)) {
      const read = readTable(input, table)
      if (read instanceof UserError) failures.push(read)
      else lists.push(read)
    }
    const [first, ...others] = lists
    const [failed] = failures
    const leftOut = failures.map((error) => reason('playlist.left-out', { reason: error.reason }))
    if (first) return [{ ...first, notes: [...first.notes, ...leftOut.slice(0, 20)] }, ...others]
    throw failed ?? new UserError(reason('playlist.no-table'))
  },

  // The lines with bars below each line of dashes.
  count(input) {
    let isBelow = false
    return countLines(input.text, (line) => {
      const isDashes = /^[\s|:-]*--[\s|:-]*$/.test(line) && line.includes('|')
      const isRow = isBelow && line.includes('|') && !isDashes
      isBelow = isDashes || isRow
      return isRow
    })
  },
}

function readTable(input: FormatInput, { heading, csv }: MarkdownTable): Playlist | UserError {
  const table = understandTable(csv)
  const { title, uri } = table?.columns.single ?? {}
  if (!table || table.how === 'unsure' || (title === undefined && uri === undefined))
    return new UserError(reason('playlist.columns-unclear'), table && explainTable(table))
  const rules = rulesOf(table)
  const rows: ReadRow[] = []
  let place = 0
  for (const { cells } of readCsv(csv)) {
    if (place++ < table.before) continue
    checkCount(place)
    rows.push(readRow(cells, rules))
  }
  return buildPlaylist({ format: 'markdown', name: heading, fallbackName: nameOf(input) }, rows)
}
