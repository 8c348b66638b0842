import type { TableReasons } from '../../../../model/reasons/playlist/table.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const EXAMPLE = '--columns title=2,artist=3'

/** `1 “Song”, 2 “Singer”`. */
const list = (header: readonly string[], more: boolean) =>
  `${header.map((cell, at) => `${at + 1} “${cell}”`).join(', ')}${more ? ' …' : ''}`

export const table: Sentences<TableReasons> = {
  'playlist.no-table': 'This is no table: it has one column only.',
  'playlist.columns-unclear':
    'It is not clear which column of the table is the title and which the artist.',
  'playlist.columns-guessed': ({ columns, header, more }) =>
    `The columns were told by what they hold: ${columns} of ${list(header, more)}. If that is wrong, give --columns with what is right.`,
  'playlist.no-artist-column': ({ columns, header, more }) =>
    `No column is known to name the artist: ${columns} of ${list(header, more)}. If one does, give --columns, for example with artist=2.`,
  'playlist.list-of-releases': 'This is a list of releases, not of tracks.',
  'playlist.list-of-artists': 'This is a list of artists, not of tracks.',
  'playlist.lines-in-one-row': ({ rows, line, lines }) =>
    `${rows === 1 ? `A quote that opens in line ${line} closes` : `Quotes open and close in different lines in ${count(rows)} rows, the first in line ${line}: it closes`} ${count(lines - 1)} lines later; what stands between was read as one cell.`,
  'playlist.rows-before-header': ({ rows }, { units }) =>
    `${rows === 1 ? 'A row before the header was' : `${units.count(rows)} rows before the header were`} not read as tracks.`,
  'playlist.rows-uneven': ({ rows, line, cells }) =>
    `${rows === 1 ? `Line ${line} has` : `${count(rows)} rows, the first in line ${line}, have`} more cells than the table’s ${count(cells)}: what they say may stand in the wrong place.`,
  'playlist.columns-without-title': '--columns does not say which column is the title.',
  'playlist.no-such-column': ({ column }) => `The table has no column “${column}”.`,
  'playlist.no-such-field': ({ field }) => `--columns does not know “${field}”.`,

  'playlist.columns-are': ({ header, more, columns }) =>
    `Its columns are ${list(header, more)}. ${
      columns === undefined
        ? `Say which is which: ${EXAMPLE}`
        : `They may mean --columns ${columns}: give that, or what is right, by number or by header.`
    }`,
  'playlist.columns-of-table': ({ count, header, more }) =>
    `It has ${count}: ${list(header, more)}.`,
  'playlist.columns-fields': ({ fields }) =>
    `It knows ${fields.join(', ')}. For example: ${EXAMPLE}`,
  'playlist.columns-example': `For example: ${EXAMPLE}`,
}
