import type { InputReasons } from '../../../../model/reasons/playlist/input.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const nameOf = (input: string) => (input === '-' ? 'Standard input' : `“${input}”`)

const NOT_OPENED: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
}

export const input: Sentences<InputReasons> = {
  'playlist.no-standard-input': 'There is no standard input to read from.',
  'playlist.link-no-file': 'A link cannot be read, only a file.',
  'playlist.no-file': ({ input }) => `${nameOf(input)} is neither a file nor a folder.`,
  'playlist.not-opened': ({ path, code }) =>
    `“${path}” cannot be opened: ${NOT_OPENED[code] ?? code}.`,
  'playlist.too-many-files-in-folder': ({ folder, max }) =>
    `“${folder}” holds more than ${count(max)} files; it is no folder of playlists.`,
  'playlist.too-large': ({ input, maxMegabytes }) =>
    `${nameOf(input)} is larger than ${maxMegabytes} MB, too large for a playlist.`,
  'playlist.empty': ({ input }) => `${nameOf(input)} is empty.`,
  'playlist.binary': ({ input }) => `${nameOf(input)} is a binary file, no playlist.`,
  'playlist.encoding-detected': ({ encoding }) =>
    `The text does not say its encoding; it was read as ${encoding}. If names look wrong, give --encoding.`,
  'playlist.encoding-unsure': ({ encoding }) =>
    `The text does not say its encoding, and more than one fits; it was read as ${encoding}. Look at the names, and give --encoding if they are wrong.`,
  'playlist.lines-not-utf8': ({ lines, first, encoding }) =>
    `${lines === 1 ? `Line ${first} is` : `${count(lines)} lines, the first of them line ${first}, are`} not UTF-8 like the rest; ${encoding === undefined ? 'the bytes that cannot be read are shown as \ufffd' : `read as ${encoding}`}.`,
  'playlist.records-lost': ({ records, entries }, { units }) =>
    `The input holds ${units.count(records)} records, and ${units.count(entries)} of them could be read.`,
  'playlist.records-more': ({ records, entries }, { units }) =>
    `The input seems to hold ${units.count(records)} records, and ${units.count(entries)} were read: some may be there twice.`,
  'playlist.no-such-encoding': ({ encoding }) => `There is no encoding “${encoding}”.`,
  'playlist.unknown-format': ({ input }) => `${nameOf(input)} is of no known playlist format.`,
  'playlist.no-known-playlist': ({ input }) => `${nameOf(input)} holds no playlist that is known.`,
  'playlist.no-playlist': ({ inputs }) => `“${inputs.join('”, “')}” holds no playlist.`,
  'playlist.of-input': ({ input, reason }, { say }) => `${nameOf(input)}: ${say(reason)}`,
  'playlist.left-out': ({ reason }, { say }) => `Left out: ${say(reason)}`,

  'playlist.zip-too-many-files': ({ input, max }) =>
    `${nameOf(input)} holds more than ${count(max)} files; it is no export of playlists.`,
  'playlist.zip-too-many-playlists': ({ input, max }) =>
    `${nameOf(input)} holds more than ${count(max)} playlists.`,
  'playlist.zip-too-large': ({ input }) =>
    `${nameOf(input)} unpacks to far more than playlists need; it was not read.`,
  'playlist.zip-locked': ({ input }) => `${nameOf(input)} in the zip is locked with a password.`,
  'playlist.database-damaged': ({ input, detail }) =>
    `The database “${input}” cannot be read: ${detail}.`,
  'playlist.workbook': ({ input }) =>
    `${nameOf(input)} is a workbook of Excel, LibreOffice or Numbers, which is not read.`,
  'playlist.save-as-csv': 'Save the sheet with the list as CSV, and give that.',
  'playlist.zip-damaged': ({ input, detail }) =>
    `${nameOf(input)} is damaged: ${detail.replace(/\.$/, '')}.`,

  'playlist.history-no-list': 'The listening history is no list of plays.',
  'playlist.history-damaged': 'The listening history is damaged or was cut off.',
  'playlist.history-without-plays': 'The listening history names no track that was played.',

  'playlist.too-many-entries': ({ max }, { units }) =>
    `The playlist has more than ${units.count(max)} entries.`,
  'playlist.no-such-format': ({ format }) => `There is no format “${format}”.`,
  'playlist.no-such-playlist': ({ names }) => `No playlist is named “${names.join('” or “')}”.`,

  'playlist.no-plays': 'Nothing says how often its tracks were played: they keep their order.',
  'playlist.joined': ({ first, second, added }) =>
    `Joined from two readings, ${first} and ${second}${added > 0 ? `; only the second has ${count(added)} of the entries, at the end` : ''}.`,

  'playlist.export-first':
    'Export the playlist first: with Exportify (exportify.app), or as your data from Spotify.',
  'playlist.encoding-examples':
    'Known are for example utf-8, utf-16le, windows-1251, windows-1250, koi8-r, shift_jis, gbk, big5, euc-kr, macintosh.',
  'playlist.name-the-file': 'Name the playlist’s file, or the folder of the export.',
  'playlist.split-files': 'Split it into several files.',
  'playlist.known-formats': ({ formats }) => `Known are ${formats.join(', ')}.`,
  'playlist.input-has': ({ names, more }) =>
    `The input has ${names.map((name) => `“${name}”`).join(', ')}${more ? ' and others' : ''}.`,
}
