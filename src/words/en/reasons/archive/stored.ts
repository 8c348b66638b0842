import type { ArchiveStoredReasons } from '../../../../model/reasons/archive/stored.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const stored: Sentences<ArchiveStoredReasons> = {
  'archive.is-none': ({ path }) => `${path} is no archive.`,
  'archive.name-into': 'Name the folder, or the bucket and prefix, that was given to --into.',
  'archive.unknown': 'There is no such archive.',
  'archive.no-such-file': 'There is no such file in this archive.',
  'archive.no-such-entry': 'There is no such entry.',
  'archive.no-playlist-yet': 'The archive holds no playlist yet.',
  'archive.back-up-first': 'Back one up first: songkeep backup.',
  'archive.no-such-playlist': ({ name }) => `The archive holds no playlist called ${name}.`,
  'archive.several-playlists': ({ count }) => `The archive holds ${units.count(count)} playlists.`,
  'archive.choose-playlist': ({ names, more }) =>
    `Choose one with --playlist, or a folder for all of them with --out. There are: ${names.join(', ')}${more ? ', …' : ''}.`,
  'archive.there-are': ({ names, more }) => `There are: ${names.join(', ')}${more ? ', …' : ''}.`,
  'archive.no-such-format': ({ name }) => `There is no format called ${name}.`,
  'archive.not-replaced': ({ paths }) => `There already, and left as it is: ${paths.join(', ')}.`,
  'archive.replace-exports': 'Name another folder, or say --replace.',
  'archive.nothing-to-export': 'There is nothing to export.',
  'archive.no-report': 'There is no report of such a playlist in this archive.',
  'archive.report-damaged': 'The report of this playlist is damaged.',
  'archive.back-up-again': 'Back it up again: it is written anew.',
  'archive.merge-with-itself': 'A list cannot be joined with itself.',
  'archive.not-in-trash': 'There is no such list in the trash of this archive.',
  'archive.list-trash': 'songkeep lists trash names what lies there.',
  'archive.line-not-json': 'not JSON',
  'archive.line-wrong-field': ({ field }) => `wrong or missing: ${field}`,
  'archive.line-no-text': 'too long, or not UTF-8',
  'archive.inventory-mended': ({ restored, lost, damaged }) =>
    [
      'The archive’s inventory had been cut short, changed or removed',
      ...(restored > 0
        ? [
            `${count(restored)} ${restored === 1 ? 'file was' : 'files were'} taken in again by their checksums`,
          ]
        : []),
      ...(lost > 0
        ? [
            `${count(lost)} ${lost === 1 ? 'file that it named is' : 'files that it named are'} not there as kept, and will be looked for again`,
          ]
        : []),
      ...(damaged > 0
        ? [
            `${count(damaged)} ${damaged === 1 ? 'line' : 'lines'} could not be read: see .songkeep/damaged`,
          ]
        : []),
    ].join('; '),
  'archive.line-changed': 'other than it was written',
  'archive.line-cut-off': 'cut off at its end',
  'archive.track-too-long': 'The track has more text than a line of the inventory may hold.',
}
