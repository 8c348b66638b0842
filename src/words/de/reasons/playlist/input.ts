import type { InputReasons } from '../../../../model/reasons/playlist/input.ts'
import type { Sentences } from '../../../sentences.ts'

const nameOf = (input: string) => (input === '-' ? 'Die Standardeingabe' : `„${input}“`)

const NOT_OPENED: Readonly<Record<string, string>> = {
  ENOENT: 'Eine solche Datei oder einen solchen Ordner gibt es nicht',
  ENOTDIR: 'Eine solche Datei oder einen solchen Ordner gibt es nicht',
  EACCES: 'Das Lesen ist nicht erlaubt',
  EPERM: 'Das Lesen ist nicht erlaubt',
  ENAMETOOLONG: 'Der Name ist zu lang',
}

export const input: Sentences<InputReasons> = {
  'playlist.no-standard-input': 'Es gibt keine Standardeingabe, von der gelesen werden könnte.',
  'playlist.link-no-file': 'Hier lässt sich kein Link lesen, nur eine Datei.',
  'playlist.no-file': ({ input }) => `${nameOf(input)} ist weder eine Datei noch ein Ordner.`,
  'playlist.not-opened': ({ path, code }) =>
    `„${path}“ lässt sich nicht öffnen: ${NOT_OPENED[code] ?? code}.`,
  'playlist.too-many-files-in-folder': ({ folder, max }, { units }) =>
    `„${folder}“ enthält mehr als ${units.count(max)} Dateien; das ist kein Ordner mit Playlists.`,
  'playlist.too-large': ({ input, maxMegabytes }) =>
    `${nameOf(input)} ist größer als ${maxMegabytes} MB, zu groß für eine Playlist.`,
  'playlist.empty': ({ input }) => `${nameOf(input)} ist leer.`,
  'playlist.binary': ({ input }) => `${nameOf(input)} ist eine Binärdatei, keine Playlist.`,
  'playlist.encoding-detected': ({ encoding }) =>
    `Der Text sagt nicht, wie er kodiert ist; er wurde als ${encoding} gelesen. Sehen Namen falsch aus, hilft --encoding.`,
  'playlist.encoding-unsure': ({ encoding }) =>
    `Der Text sagt nicht, wie er kodiert ist, und mehr als eine Kodierung passt; er wurde als ${encoding} gelesen. Sind Namen falsch, hilft --encoding.`,
  'playlist.lines-not-utf8': ({ lines, first, encoding }, { units }) =>
    `${lines === 1 ? `Zeile ${first} ist` : `${units.count(lines)} Zeilen, die erste davon Zeile ${first}, sind`} nicht UTF-8 wie der Rest; ${encoding === undefined ? 'unlesbare Bytes erscheinen als \ufffd' : `gelesen als ${encoding}`}.`,
  'playlist.records-lost': ({ records, entries }, { units }) =>
    `Die Eingabe enthält ${units.count(records)} Einträge, von denen ${units.count(entries)} gelesen werden konnten.`,
  'playlist.records-more': ({ records, entries }, { units }) =>
    `Die Eingabe scheint ${units.count(records)} Einträge zu enthalten, gelesen wurden ${units.count(entries)}: Manche können doppelt sein.`,
  'playlist.no-such-encoding': ({ encoding }) => `Eine Kodierung „${encoding}“ gibt es nicht.`,
  'playlist.unknown-format': ({ input }) =>
    `${nameOf(input)} hat kein bekanntes Format einer Playlist.`,
  'playlist.no-known-playlist': ({ input }) =>
    `${nameOf(input)} enthält keine Playlist, die bekannt wäre.`,
  'playlist.no-playlist': ({ inputs }) =>
    `„${inputs.join('“, „')}“ ${inputs.length === 1 ? 'enthält' : 'enthalten'} keine Playlist.`,
  'playlist.of-input': ({ input, reason }, { say }) => `${nameOf(input)}: ${say(reason)}`,
  'playlist.left-out': ({ reason }, { say }) => `Ausgelassen: ${say(reason)}`,

  'playlist.zip-too-many-files': ({ input, max }, { units }) =>
    `${nameOf(input)} enthält mehr als ${units.count(max)} Dateien; das ist kein Export von Playlists.`,
  'playlist.zip-too-many-playlists': ({ input, max }, { units }) =>
    `${nameOf(input)} enthält mehr als ${units.count(max)} Playlists.`,
  'playlist.zip-too-large': ({ input }) =>
    `${nameOf(input)} wäre ausgepackt viel größer, als Playlists es sind, und wurde nicht gelesen.`,
  'playlist.zip-locked': ({ input }) => `${nameOf(input)} im Zip ist mit einem Passwort gesperrt.`,
  'playlist.database-damaged': ({ input, detail }) =>
    `Die Datenbank „${input}“ lässt sich nicht lesen: ${detail}.`,
  'playlist.workbook': ({ input }) =>
    `${nameOf(input)} ist eine Arbeitsmappe von Excel, LibreOffice oder Numbers; solche werden nicht gelesen.`,
  'playlist.save-as-csv': 'Das Blatt mit der Liste als CSV speichern und das angeben.',
  'playlist.zip-damaged': ({ input }) => `${nameOf(input)} ist kein Zip, oder beschädigt.`,

  'playlist.history-no-list': 'Der Hörverlauf ist keine Liste des Gehörten.',
  'playlist.history-damaged': 'Der Hörverlauf ist beschädigt oder abgeschnitten.',
  'playlist.history-without-plays': 'Der Hörverlauf nennt keinen Titel, der gespielt wurde.',

  'playlist.too-many-entries': ({ max }, { units }) =>
    `Die Playlist hat mehr als ${units.count(max)} Einträge.`,
  'playlist.no-such-format': ({ format }) => `Ein Format „${format}“ gibt es nicht.`,
  'playlist.no-such-playlist': ({ names }) => `Keine Playlist heißt „${names.join('“ oder „')}“.`,

  'playlist.no-plays':
    'Nichts sagt, wie oft die Titel gespielt wurden: Sie behalten ihre Reihenfolge.',
  'playlist.joined': ({ first, second, added }, { units }) =>
    `Aus zwei Quellen zusammengeführt, ${first} und ${second}${added > 0 ? `; ${added === 1 ? 'einen Eintrag' : `${units.count(added)} Einträge`} am Ende hat nur die zweite` : ''}.`,

  'playlist.export-first':
    'Die Playlist zuerst exportieren: mit Exportify (exportify.app) oder mit den eigenen Daten von Spotify.',
  'playlist.encoding-examples':
    'Bekannt sind zum Beispiel utf-8, utf-16le, windows-1251, windows-1250, koi8-r, shift_jis, gbk, big5, euc-kr, macintosh.',
  'playlist.name-the-file': 'Die Datei der Playlist selbst oder den Ordner des Exports nennen.',
  'playlist.split-files': 'Sie auf mehrere Dateien aufteilen.',
  'playlist.known-formats': ({ formats }) => `Bekannt sind ${formats.join(', ')}.`,
  'playlist.input-has': ({ names, more }) =>
    `Enthalten ${names.length === 1 && !more ? 'ist' : 'sind'} ${names.map((name) => `„${name}“`).join(', ')}${more ? ' und weitere' : ''}.`,
}
