export const correct = {
  title: 'Find it yourself',
  own: 'Use a file of mine…',
  ownHint: 'or drop an audio file here',
  onMachine: 'Choose from this computer’s folders…',
  chooseFile: 'An audio file for this track',
  trackTitle: 'Title',
  artist: 'Artist',
  where: 'Where',
  places: {
    library: 'my music',
    open: 'free sources online',
    catalogue: 'my catalogue',
  },
  search: 'Search',
  address: 'Or paste a link or a code',
  addressHint:
    'A page on archive.org, Jamendo, Wikimedia Commons or ccMixter, a recording on MusicBrainz, or an ISRC.',
  lookUp: 'Look it up',
  searching: 'Searching…',
  stop: 'Stop',
  none: 'Nothing was found.',
  found: (count: number) =>
    count === 1 ? '1 recording was found.' : `${count} recordings were found.`,
  take: 'This is the one',
  takeLooked: 'I have checked: this is right',
  notKept: 'It cannot be kept: its licence or its host does not allow it.',
  searchWithThese: 'Search with these names',
  decided: (title: string) => `“${title}”: decided.`,
  choose: 'Select several',
  chooseAll: 'Select all shown',
  endChoosing: 'Done selecting',
  chosenRows: 'Selected rows',
  chosen: (rows: number) =>
    rows === 0
      ? 'Select rows; hold Shift to select all in between.'
      : `${rows.toLocaleString('en-GB')} selected`,
  allNone: 'None of these exist',
  allRight: (rows: number) =>
    `These are right: take the first candidate (${rows.toLocaleString('en-GB')})`,
  decidedAll: (rows: number) =>
    rows === 1 ? '1 row: decided.' : `${rows.toLocaleString('en-GB')} rows: decided.`,
  noneExists: 'It does not exist: stop looking',
  noneNoted: (title: string) => `“${title}”: noted, Songkeep no longer looks for it.`,
}
