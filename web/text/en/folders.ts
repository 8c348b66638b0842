import { plural } from './format.ts'

export const folders = {
  choose: 'Choose…',
  add: 'Add a folder…',
  remove: 'Remove',
  path: 'Folder',
  go: 'Go there',
  way: 'The way to this folder',
  tops: 'All places',
  within: 'Folders within',
  count: (folders: number, files?: number) =>
    files !== undefined && files + folders > 0
      ? `${plural(files, 'audio file', 'audio files')} and ${plural(folders, 'folder', 'folders')} within.`
      : folders === 0
        ? 'No folders within.'
        : `${plural(folders, 'folder', 'folders')} within.`,
  isArchive: 'This is an archive of Songkeep’s.',
  isCatalogue: 'This is a catalogue.',
  newFolder: 'A new folder in it, if you like',
  take: 'Take this folder',
  takeNew: 'Take the new folder',
  cancel: 'Cancel',
  open: 'Open the folder',
  copyPath: 'Copy the path',
  pathCopied: 'The path is copied.',
}
