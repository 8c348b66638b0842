import { format, plural } from './format.ts'

const { bytes, count, day, span } = format

export const library = {
  title: 'Library',
  archive: 'Archive',
  empty: 'Nothing is kept yet. The first backup makes an archive.',
  toStart: 'Back up',
  amounts: (files: number, durationMs: number, size: number) =>
    files === 0
      ? 'Nothing is in it yet.'
      : `${plural(files, 'file', 'files')}, ${span(durationMs)} of music, ${bytes(size)}.`,
  troubled: 'Something is wrong with the records of this archive.',
  troubledHint:
    'The music may be whole all the same. “Repair now” looks at every file and writes the records anew.',
  absent:
    'Its folder is not there: perhaps the disk is not plugged in. As soon as it is back, all that is in it is here again.',
  verified: (at: string, faults: number) =>
    faults === 0
      ? `Verified on ${day(at)}: every file is as it was kept.`
      : `Verified on ${day(at)}: ${faults === 1 ? '1 file is' : `${count(faults)} files are`} not as kept, or gone.`,
  neverVerified: 'Never verified: nobody has looked whether its files are still as they were kept.',
  whichFiles: 'Which ones',
  verify: 'Verify now',
  repair: 'Repair now',
  repairHint:
    'From parity, from a copy, from where the files came from, or made again. What is replaced is set aside, and what is whole is not touched.',
  repairing: 'What is lost is had back…',
  verifying: 'Every file is being read anew…',
  tail: 'How much of what you hear is safe, and what is at risk',
  history: 'Put in your listening history',
  historyHint:
    'Spotify’s “extended streaming history”, a Last.fm or ListenBrainz export: then what you hear most counts most. It is read once and removed.',
  readingHistory: 'Your listening history is being read…',
  playlists: (number: number) => plural(number, 'playlist', 'playlists'),
  noPlaylists: 'There is no playlist in it.',
  unreadable: 'Its report cannot be read: back it up again, and it is written anew.',
  stopped: 'That run was stopped before its end.',
  sync: 'Sync',
  syncWhat: (name: string) => `Sync ${name}: read it anew and back up what has changed`,
  inStep: 'Keeping in step',
  neverInStep: 'Not brought up to date lately.',
  bringingInStep: 'The lists are being read again…',
  broughtInStep: (at: string, isDone: boolean) =>
    isDone ? `Brought up to date: ${at}.` : `Not brought to its end: ${at}.`,
  bringInStep: 'Bring all up to date',
  everyNight: 'Every night',
  everyNightHint:
    'From 3 o’clock, while Songkeep serves this page: every list that came from a link is read again, and what was missing is looked for.',
  rename: 'Rename',
  renameWhat: (name: string) => `Rename ${name}`,
  newName: 'New name',
  keepName: 'Keep its name',
  renamed: (name: string) => `It is called “${name}” now.`,
  noHistory: 'It has been backed up once: nothing has changed since.',
  unchanged: 'Nothing changed.',
}
