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
    `Die Spalten wurden an ihrem Inhalt erkannt: ${columns} aus ${list(header, more)}. Wenn das nicht stimmt, mit --columns angeben, was richtig ist.`,
  'playlist.no-artist-column': ({ columns, header, more }) =>
    `Von keiner Spalte ist bekannt, dass sie den Künstler nennt: ${columns} aus ${list(header, more)}. Nennt ihn eine, hilft --columns, zum Beispiel mit artist=2.`,
  'playlist.list-of-releases': 'Das ist eine Liste von Veröffentlichungen, nicht von Titeln.',
  'playlist.list-of-artists': 'Das ist eine Liste von Künstlern, nicht von Titeln.',
  'playlist.lines-in-one-row': ({ rows, line, lines }, { units }) =>
    `${rows === 1 ? `Ein Anführungszeichen, das in Zeile ${line} beginnt, endet` : `In ${units.count(rows)} Zeilen enden Anführungszeichen anderswo, als sie beginnen; das erste beginnt in Zeile ${line} und endet`} ${units.count(lines - 1)} Zeilen später; was dazwischen steht, wurde als eine Zelle gelesen.`,
  'playlist.rows-before-header': ({ rows }, { units }) =>
    `${rows === 1 ? 'Eine Zeile vor der Kopfzeile wurde' : `${units.count(rows)} Zeilen vor der Kopfzeile wurden`} nicht als Titel gelesen.`,
  'playlist.rows-uneven': ({ rows, line, cells }, { units }) =>
    `${rows === 1 ? `Zeile ${line} hat` : `${units.count(rows)} Zeilen, die erste davon Zeile ${line}, haben`} mehr Zellen als die ${units.count(cells)} der Tabelle: Was darin steht, kann an falscher Stelle sein.`,
  'playlist.columns-without-title': '--columns sagt nicht, welche Spalte der Titel ist.',
  'playlist.no-such-column': ({ column }) => `Die Tabelle hat keine Spalte „${column}“.`,
  'playlist.no-such-field': ({ field }) => `--columns kennt „${field}“ nicht.`,

  'playlist.columns-are': ({ header, more, columns }) =>
    `Ihre Spalten sind ${list(header, more)}. ${
      columns === undefined
        ? `So sagen, welche was ist: ${EXAMPLE}`
        : `Gemeint sein könnte --columns ${columns}: das angeben oder was richtig ist, nach Nummer oder Überschrift.`
    }`,
  'playlist.columns-of-table': ({ count, header, more }) =>
    `Sie hat ${count}: ${list(header, more)}.`,
  'playlist.columns-fields': ({ fields }) =>
    `Bekannt sind ${fields.join(', ')}. Zum Beispiel: ${EXAMPLE}`,
  'playlist.columns-example': `Zum Beispiel: ${EXAMPLE}`,
}
