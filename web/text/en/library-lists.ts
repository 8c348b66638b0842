import { format, plural } from './format.ts'

const { bytes, count, day, time } = format

const quoted = (names: readonly string[]) =>
  names.length > 3
    ? `${count(names.length)} playlists`
    : names.map((name) => `“${name}”`).join(', ')

/** What the library says of the lists of an archive; loaded with it. */
export const lists = {
  search: 'Search names',
  order: 'Sort by',
  orders: { name: 'name', when: 'last backed up', missing: 'what is missing', size: 'size' },
  reverse: 'Reverse order',
  shown: (shown: number, all: number) =>
    shown === all ? plural(all, 'playlist', 'playlists') : `${count(shown)} of ${count(all)}`,
  noneLikeThat: 'No playlist has a name like that.',
  keys: 'Use the arrow keys to move between playlists.',
  counts: (kept: number, tracks: number) =>
    kept === tracks ? `all ${count(tracks)} kept` : `${count(kept)} of ${count(tracks)} kept`,
  open: (number: number) => `${count(number)} to decide`,
  select: (name: string) => `Select ${name}`,
  more: (name: string) => `More about ${name}`,
  selected: (number: number) => `${plural(number, 'playlist', 'playlists')} selected`,
  clear: 'Select none',
  remove: 'Remove…',
  removeWhat: (name: string) => `Remove ${name}`,
  join: 'Merge…',
  joinWith: 'Merge with another…',
  newer: 'A newer version…',
  newerWhat: (name: string) => `Choose a newer version of ${name}`,
  newerHint: 'Choose the newer export, or drop it on this row.',
  dropHere: (name: string) => `Drop it here: the newer version of “${name}”`,
  reading: 'Reading it…',
  planning: 'Checking which files would go…',
  removeTitle: (names: readonly string[]) => `Remove ${quoted(names)}?`,
  removePlan: (files: number, size: number, shared: number) =>
    `${files === 0 ? 'No file is moved' : `${plural(files, 'file', 'files')} (${bytes(size)}) ${files === 1 ? 'goes' : 'go'} to the archive’s trash`}${shared === 0 ? '.' : `; ${plural(shared, 'file stays', 'files stay')}, because other lists need ${shared === 1 ? 'it' : 'them'}.`} Nothing is deleted, and you can restore all of it.`,
  unread: (folders: readonly string[]) =>
    `All files stay, because these lists cannot be read and may need them: ${folders.join(', ')}.`,
  removeNow: 'Move to the trash',
  leave: 'Cancel',
  joinTitle: (name: string) => `Merge “${name}” with another list`,
  joinWhat: 'Which one stays?',
  joinHint:
    'Entries that only the other list has are added at its end. Both histories become one, and no file is moved. You can undo this.',
  joinNow: 'Merge them',
  removed: (names: readonly string[], files: number, size: number) =>
    `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} in the trash${files > 0 ? `, with ${plural(files, 'file', 'files')} (${bytes(size)})` : ''}.`,
  joined: (name: string, into: string, added: number) =>
    `“${name}” is merged into “${into}”: ${plural(added, 'entry', 'entries')} added.`,
  undo: 'Undo',
  back: (names: readonly string[], left: number) =>
    `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} back.${left > 0 ? ` ${plural(left, 'file stays', 'files stay')} in the trash, because something newer is in place now.` : ''}`,
  trash: 'In the trash',
  trashed: (names: readonly string[], into: string | undefined, at: string) =>
    into === undefined
      ? `${quoted(names)}, removed ${time(at)}`
      : `${quoted(names)}, merged into “${into}” ${time(at)}`,
  amount: (files: number, size: number) =>
    files === 0 ? '' : `${plural(files, 'file', 'files')}, ${bytes(size)}`,
  haveBack: 'Restore',
  haveBackWhat: (names: readonly string[]) => `Restore ${quoted(names)}`,
  forget: 'Remove this archive from the library',
  forgetHint: 'Its files stay where they are. The next backup into it brings it back here.',
  forgotten: (name: string) => `“${name}” is no longer in the library. Its files are still there.`,
  show: 'Show it again',
  everyChange: 'All changes',
  lastBackedUp: (at: string) => day(at),
  unfinished: 'not finished',
}
