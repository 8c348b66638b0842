import { format, plural } from './format.ts'

const { bytes, count, day, time } = format

const quoted = (names: readonly string[]) =>
  names.length > 3
    ? `${count(names.length)} playlists`
    : names.map((name) => `“${name}”`).join(', ')

/** What the library says of the lists of an archive; loaded with it. */
export const lists = {
  search: 'Search names',
  order: 'Order by',
  orders: { name: 'name', when: 'last backed up', missing: 'what is missing', size: 'size' },
  reverse: 'The other way round',
  shown: (shown: number, all: number) =>
    shown === all ? plural(all, 'playlist', 'playlists') : `${count(shown)} of ${count(all)}`,
  noneLikeThat: 'No playlist is called like that.',
  keys: 'The arrow keys lead from one playlist to the next.',
  counts: (kept: number, tracks: number) =>
    kept === tracks ? `all ${count(tracks)} kept` : `${count(kept)} of ${count(tracks)} kept`,
  open: (number: number) => `${count(number)} to decide`,
  select: (name: string) => `Select ${name}`,
  more: (name: string) => `More about ${name}`,
  selected: (number: number) => `${plural(number, 'playlist', 'playlists')} selected`,
  clear: 'Select none',
  remove: 'Remove…',
  removeWhat: (name: string) => `Remove ${name}`,
  join: 'Join…',
  joinWith: 'Join with another…',
  newer: 'A newer version…',
  newerWhat: (name: string) => `Choose a newer version of ${name}`,
  newerHint: 'Choose its newer export, or drop it onto the row.',
  dropHere: (name: string) => `Drop it here: the newer version of “${name}”`,
  reading: 'It is being read…',
  planning: 'Looking what goes along…',
  removeTitle: (names: readonly string[]) => `Remove ${quoted(names)}?`,
  removePlan: (files: number, size: number, shared: number) =>
    `${files === 0 ? 'No file goes along' : `${plural(files, 'file', 'files')} (${bytes(size)}) ${files === 1 ? 'goes' : 'go'} to the archive’s trash`}${shared === 0 ? '.' : `; ${plural(shared, 'file stays', 'files stay')}, as other lists need ${shared === 1 ? 'it' : 'them'}.`} Nothing is deleted, and you can have all of it back.`,
  unread: (folders: readonly string[]) =>
    `All files stay, as these lists cannot be read and may need them: ${folders.join(', ')}.`,
  removeNow: 'Move to the trash',
  leave: 'Leave it',
  joinTitle: (name: string) => `Join “${name}” with another list`,
  joinWhat: 'Which one stays?',
  joinHint:
    'What the other one has besides comes behind its entries, nothing twice. Both histories become one, and no file is moved. You can take it back.',
  joinNow: 'Join them',
  removed: (names: readonly string[], files: number, size: number) =>
    `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} in the trash${files > 0 ? `, with ${plural(files, 'file', 'files')} (${bytes(size)})` : ''}.`,
  joined: (name: string, into: string, added: number) =>
    `“${name}” is joined with “${into}”: ${plural(added, 'entry was', 'entries were')} new there.`,
  undo: 'Undo',
  back: (names: readonly string[], left: number) =>
    `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} back.${left > 0 ? ` ${plural(left, 'file stays', 'files stay')} in the trash, as something newer is there now.` : ''}`,
  trash: 'In the trash',
  trashed: (names: readonly string[], into: string | undefined, at: string) =>
    into === undefined
      ? `${quoted(names)}, removed ${time(at)}`
      : `${quoted(names)}, joined with “${into}” ${time(at)}`,
  amount: (files: number, size: number) =>
    files === 0 ? '' : `${plural(files, 'file', 'files')}, ${bytes(size)}`,
  haveBack: 'Have it back',
  haveBackWhat: (names: readonly string[]) => `Have ${quoted(names)} back`,
  forget: 'Leave this archive out of the library',
  forgetHint: 'No file of it is touched. The next backup into it shows it again.',
  forgotten: (name: string) => `“${name}” is left out of the library. No file of it was touched.`,
  show: 'Show it again',
  everyChange: 'Every change',
  lastBackedUp: (at: string) => day(at),
  unfinished: 'not finished',
}
