import { plural } from './format.ts'

export const folders = {
  choose: 'Choose…',
  add: 'Add a folder…',
  remove: 'Remove',
  path: 'Folder',
  go: 'Go there',
  way: 'Path to this folder',
  tops: 'All locations',
  within: 'Folders inside',
  count: (folders: number, files?: number) =>
    files !== undefined && files + folders > 0
      ? `${plural(files, 'audio file', 'audio files')} and ${plural(folders, 'folder', 'folders')} inside.`
      : folders === 0
        ? 'No folders inside.'
        : `${plural(folders, 'folder', 'folders')} inside.`,
  isArchive: 'This is a Songkeep archive.',
  isCatalogue: 'This is a catalogue.',
  newFolder: 'New folder in it (optional)',
  take: 'Use this folder',
  takeNew: 'Use the new folder',
  cancel: 'Cancel',
  open: 'Open the folder',
  copyPath: 'Copy the path',
  pathCopied: 'The path is copied.',
}
