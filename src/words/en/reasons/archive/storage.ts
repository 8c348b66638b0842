import type { ArchiveStorageReasons } from '../../../../model/reasons/archive/storage.ts'
import type { Sentences } from '../../../sentences.ts'

export const storage: Sentences<ArchiveStorageReasons> = {
  'archive.no-space': ({ root }) => `There is no space left for the archive ${root}.`,
  'archive.make-room': 'Make room, then run the same command again: it goes on where it stopped.',
  'archive.not-writable': ({ root, error }) =>
    `The archive ${root} may not be written to (${error}).`,
  'archive.change-permissions': 'Change its permissions, or take another folder.',
  'archive.unreachable': ({ root, error }, { say }) =>
    `The archive ${root} cannot be reached: ${say(error)}`,
  'archive.root-gone': ({ root }) =>
    `The archive ${root} is not in its place any more. Nothing was made there anew; what was kept is where the folder is now.`,
  'archive.put-root-back':
    'Put the folder or its disk back and run the same command again: it goes on where it stopped.',
  'archive.check-disk':
    'Check the disk, then run the same command again: it goes on where it stopped.',
  'archive.link-in-the-way': ({ path }) =>
    `${path} is a link or a file where the archive needs a folder of its own.`,
  'archive.move-link-away': 'Move it away, or take another folder for the archive.',
  'archive.name-taken': ({ path }) =>
    `${path} appeared while its track was being made; it is left as it is.`,
  'archive.run-again-for-name': 'Run the same command again: the track gets another name.',
  'archive.foreign-file': ({ path }) =>
    `${path} is not one of Songkeep's files, and would have to be.`,
  'archive.move-file-away': 'Take another folder for the archive, or move that file away.',
  'archive.is-a-file': ({ path }) => `${path} is a file, not a folder.`,
  'archive.name-a-folder': 'Name a folder for the archive.',
}
