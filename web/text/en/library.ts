import { format, plural } from './format.ts'

const { bytes, count, day, span } = format

export const library = {
  title: 'Library',
  archive: 'Archive',
  empty: 'Nothing here yet. Your first backup creates an archive.',
  noneShared: 'Nothing has been shared with you yet.',
  toStart: 'Back up',
  amounts: (files: number, durationMs: number, size: number) =>
    files === 0
      ? 'It is still empty.'
      : `${plural(files, 'file', 'files')}, ${span(durationMs)} of music, ${bytes(size)}.`,
  troubled: 'Something is wrong with the records of this archive.',
  troubledHint:
    'The music itself may still be intact. “Repair now” checks every file and rebuilds the records.',
  absent:
    'Its folder is not there. Perhaps the disk is not connected? Once it is back, everything shows up here again.',
  verified: (at: string, faults: number) =>
    faults === 0
      ? `Checked on ${day(at)}: every file is intact.`
      : `Checked on ${day(at)}: ${faults === 1 ? '1 file is' : `${count(faults)} files are`} damaged or missing.`,
  neverVerified: 'Never checked: whether its files are still intact is not known.',
  whichFiles: 'Show which',
  verify: 'Check now',
  repair: 'Repair now',
  repairHint:
    'Damaged files are restored from recovery data (parity), from a copy, from where they came from, or made again. Replaced files are set aside; intact files are not touched.',
  repairing: 'Repairing…',
  verifying: 'Checking every file…',
  tail: 'How much of what you listen to is safe, and what is at risk',
  history: 'Add your listening history',
  historyHint:
    'Spotify’s “extended streaming history”, or an export from Last.fm or ListenBrainz. Then the songs you play most count most. The file is read once and not kept.',
  readingHistory: 'Your listening history is being read…',
  playlists: (number: number) => plural(number, 'playlist', 'playlists'),
  noPlaylists: 'There is no playlist in it.',
  unreadable: 'Its report cannot be read. Back it up again for a new one.',
  stopped: 'That run was stopped before it was finished.',
  sync: 'Sync',
  syncWhat: (name: string) => `Sync ${name}: read it again and back up what has changed`,
  inStep: 'Keeping up to date',
  neverInStep: 'Not updated lately.',
  bringingInStep: 'The lists are being read again…',
  broughtInStep: (at: string, isDone: boolean) =>
    isDone ? `Last updated: ${at}.` : `Update not finished: ${at}.`,
  bringInStep: 'Update all now',
  everyNight: 'Every night',
  everyNightHint:
    'At 3 a.m., as long as Songkeep is running: every playlist that came from a link is read again, and missing songs are looked for.',
  rename: 'Rename',
  renameWhat: (name: string) => `Rename ${name}`,
  newName: 'New name',
  keepName: 'Keep its name',
  renamed: (name: string) => `It is now called “${name}”.`,
  noHistory: 'Backed up once; nothing has changed since.',
  unchanged: 'Nothing changed.',
}
