import type { TableReasons } from '../../../../model/reasons/playlist/table.ts'
import type { Sentences } from '../../../sentences.ts'

const EXAMPLE = '--columns title=2,artist=3'

/** `1 „Song“, 2 „Singer“`. */
const list = (header: readonly string[], more: boolean) =>
  `${header.map((cell, at) => `${at + 1} „${cell}“`).join(', ')}${more ? ' …' : ''}`

export const table: Sentences<TableReasons> = {
  'playlist.no-table': 'Das ist keine Tabelle: Es gibt nur eine Spalte.',
  'playlist.columns-unclear':
    'Es ist nicht klar, welche Spalte der Tabelle der Titel ist und welche der Interpret.',
  'playlist.columns-guessed': ({ columns, header, more }) =>
    `Die Spalten wurden an ihrem Inhalt erkannt: ${columns} aus ${list(header, more)}. Wenn das nicht stimmt, geben Sie mit --columns an, was richtig ist.`,
  'playlist.columns-without-title': '--columns sagt nicht, welche Spalte der Titel ist.',
  'playlist.no-such-column': ({ column }) => `Die Tabelle hat keine Spalte „${column}“.`,
  'playlist.no-such-field': ({ field }) => `--columns kennt „${field}“ nicht.`,

  'playlist.columns-are': ({ header, more, columns }) =>
    `Ihre Spalten sind ${list(header, more)}. ${
      columns === undefined
        ? `Sagen Sie, welche was ist: ${EXAMPLE}`
        : `Gemeint sein könnte --columns ${columns}: Geben Sie das an oder was richtig ist, nach Nummer oder Überschrift.`
    }`,
  'playlist.columns-of-table': ({ count, header, more }) =>
    `Sie hat ${count}: ${list(header, more)}.`,
  'playlist.columns-fields': ({ fields }) =>
    `Bekannt sind ${fields.join(', ')}. Zum Beispiel: ${EXAMPLE}`,
  'playlist.columns-example': `Zum Beispiel: ${EXAMPLE}`,
}
