import type { LibraryReasons } from '../../../../model/reasons/source/library.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const library: Sentences<LibraryReasons> = {
  'source.folder-missing': ({ folder }) => `Library folder "${folder}" does not exist.`,
  'source.folder-unreadable': ({ folder, why }, { say }) =>
    `Library folder "${folder}" cannot be read: ${say(why)}.`,
  'source.folder-is-file': ({ folder }) => `Library "${folder}" is a file, not a folder.`,
  'source.check-folder': 'Check the spelling, and that its disk is connected and may be read.',
  'source.name-its-folder': 'Name the folder that it lies in.',
  'source.file-missing': 'it does not exist, or its name is not valid Unicode',
  'source.file-forbidden': 'you may not read it',
  'source.file-links-circular': 'its links go round in a circle',
  'source.file-path-too-long': 'its path is too long',
  'source.file-on-bad-disk': 'the disk could not read it',
  'source.file-without-sound': 'no sound was found in it',
  'source.file-not-regular': 'it is not a regular file',
  'source.file-tags-not-found': 'its tags could not be found',
  'source.sheet-empty': 'no track stands in this cue sheet',
  'source.sheet-file-missing': ({ file }) => `the cue sheet names “${file}”, which is not there`,
  'source.sheet-times-wrong': ({ track }) =>
    `the cue sheet says that track ${track} does not begin behind the one before it: the album is taken as one file`,
  'source.sheet-past-end': ({ track }) =>
    `the cue sheet says that track ${track} begins behind the end of the file: the album is taken as one file`,
  'source.kinds-left-out': ({ files, kinds, more }) =>
    `${count(files)} ${files === 1 ? 'file' : 'files'} of kinds that hold no music we can read: ${list(kinds, more)}`,
  'source.films-left-out': ({ files, kinds, more }) =>
    `${count(files)} ${files === 1 ? 'film' : 'films'} left out where no list names the file, since the sound of a film is often another cut of the song: ${list(kinds, more)}`,
  'source.file-not-audio': ({ why }, { say }) => `it is no audio file, or damaged (${say(why)})`,
}

const list = (kinds: readonly string[], more: number) =>
  [...kinds, ...(more > 0 ? [`${count(more)} more`] : [])].join(', ')
