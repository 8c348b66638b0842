import type { CatalogueReasons } from '../../../model/reasons/catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const catalogue: Sentences<CatalogueReasons> = {
  'catalogue.none-in-folder': ({ folder }) => `No catalogue in ${folder}.`,
  'catalogue.foreign-manifest': ({ path }) =>
    `${path} is not of a catalogue, and would be replaced`,
  'catalogue.foreign-folder': ({ path }) =>
    `${path} was not made by a catalogue's build, and would be emptied`,
  'catalogue.name-own-folder': 'Name a folder of its own for the catalogue.',
  'catalogue.manifest-damaged': ({ path }) =>
    `${path} is not a catalogue's description, or is damaged.`,
  'catalogue.other-version': ({ folder, version, expected }) =>
    `The catalogue in ${folder} is of version ${version}, this program reads version ${expected}.`,
  'catalogue.index-damaged': ({ folder }) => `The catalogue's index in ${folder} is damaged.`,
  'catalogue.records-damaged': "The catalogue's records are damaged.",
  'catalogue.little-endian-only': 'Catalogues can be read on little-endian machines only.',
  'catalogue.file': ({ name, fault }, { say }) => `The catalogue's file ${name} ${say(fault)}.`,
  'catalogue.file-missing': 'is missing',
  'catalogue.file-damaged': 'is damaged',
  'catalogue.file-cut-off': 'is cut off',
  'catalogue.file-foreign': 'belongs elsewhere',
  'catalogue.file-no-segment': 'is not a catalogue file',
  'catalogue.file-header-damaged': 'has a damaged header',
  'catalogue.file-other-version': ({ version, expected }) =>
    `is of version ${version}, this program reads version ${expected}`,

  'catalogue.no-input': 'No file was named to build the catalogue from.',
  'catalogue.no-recordings': 'There is no recording in the input, so no catalogue was made.',
  'catalogue.no-file': ({ path }) => `There is no file ${path}.`,
  'catalogue.not-a-file': ({ path }) => `${path} is no file.`,
  'catalogue.unreadable': ({ path, reason }, { say }) => `${path} cannot be read: ${say(reason)}.`,
  'catalogue.unknown-kind': ({ path }) => `${path} is of no kind that is known here.`,
  'catalogue.no-title-column': ({ path }) => `${path} has no column that holds titles.`,
  'catalogue.no-tracks': ({ path }) => `${path} names no tracks.`,
  'catalogue.parquet-from-stdin': 'Parquet can not be read from standard input.',
  'catalogue.parquet-unreadable': ({ path, reason }, { say }) =>
    `${path} cannot be read as Parquet: ${say(reason)}.`,
  'catalogue.packed': ({ path }) => `${path} is packed in a way that is not unpacked here.`,
  'catalogue.no-artist-list': ({ path }) => `${path} is no list of artists that is known here.`,
  'catalogue.no-artists': ({ input }) => `${input} names no artist.`,
  'catalogue.nowhere-to-look': 'There is no catalogue to look in.',
  'catalogue.one-kind-of-duplicates': 'There is no one thing to look for duplicates in.',

  'catalogue.row-no-json': ({ message }) => `It is no JSON: ${message}.`,
  'catalogue.row-no-object': 'It is no JSON object.',
  'catalogue.row-no-xml': 'It is no XML.',
  'catalogue.row-no-release': 'It is no release.',
  'catalogue.row-no-track': 'It has a track that is none.',
  'catalogue.row-no-title': 'It has no title.',
  'catalogue.row-title-too-long': 'Its title is too long to be one.',
  'catalogue.row-artist-too-long': 'An artist of it is too long to be one.',
  'catalogue.row-too-many-artists': 'It has too many artists to be a recording.',
  'catalogue.row-too-many-cells': ({ cells, columns }) =>
    `It has ${count(cells)} cells, the header ${count(columns)}.`,
  'catalogue.row-quote-open': 'A quote is opened in it and never closed.',
  'catalogue.row-release-open': 'A release is never closed.',
  'catalogue.json-too-large': 'It is too large for one JSON text: use one object a line.',
  'catalogue.row-no-artist': 'It names no artist.',
  'catalogue.row-artist-open': 'An artist is never closed.',

  'catalogue.make-one': 'Make one with `songkeep catalogue build --out DIR FILE…`.',
  'catalogue.build-again': 'Build the catalogue again.',
  'catalogue.build-it-again': 'Build it again.',
  'catalogue.restore-files': 'Build the catalogue again, or bring its files back from a copy.',
  'catalogue.restore-file': 'Build the catalogue again, or bring the file back from a copy.',
  'catalogue.known-kinds':
    'A catalogue is built from CSV, JSON lines, Parquet, and the dumps of ListenBrainz, MusicBrainz and Discogs.',
  'catalogue.name-columns':
    'Its first line must name its columns: id, title, artists, album, durationMs, year, isrc, …',
  'catalogue.use-releases':
    'Of the Discogs dumps, use the releases; the artists tell aliases: --artists FILE.',
  'catalogue.unpack-first': 'Unpack it first: `tar -xJf artist.tar.xz mbdump/artist`.',
  'catalogue.known-artist-lists':
    'Known are the artists of MusicBrainz (mbdump/artist) and Discogs (artists.xml.gz), JSON lines of {"artist","aliases":[…]}, and tables with the columns artist and aliases.',
  'catalogue.name-catalogue': 'Name one: --catalogue ~/catalogue',
  'catalogue.name-records-or-folders':
    'Name a file of records, or folders of music: --audio ~/Music',
  'catalogue.row-left-out': ({ input, row, reason }, { say }) =>
    `${input}, row ${row}: ${say(reason)}`,
}
