import { format } from './format.ts'

const { count, duration, span } = format

/** `12 s`, `2:06`. */
const tellSpan = (ms: number) => (ms < 60_000 ? span(ms) : duration(ms))

export const review = {
  title: 'Review',
  toResult: 'To the result',
  nothing: 'Nothing here has to be decided.',
  tracks: 'Tracks to be decided',
  place: (at: number, all: number) => `${count(at)} of ${count(all)}`,
  jump: (at: number, name: string, decided: 'recording' | 'none' | undefined) =>
    `${decided === undefined ? '·' : decided === 'none' ? '–' : '✓'} ${count(at)}. ${name}`,
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  keys: 'Keys',
  keyList: [
    [['1', '…', '9'], 'this one it is'],
    [['N', '0'], 'none of them'],
    [['U'], 'undo, as often as you like'],
    [['J'], 'next track'],
    [['K'], 'previous track'],
    [['←', '→'], 'from candidate to candidate'],
    [['Space'], 'play or stop the candidate that has the focus'],
    [['?'], 'these keys'],
  ] as readonly (readonly [readonly string[], string])[],
  decided: (title: string, isNone: boolean) =>
    isNone ? `None of them is “${title}”: noted.` : `“${title}”: decided.`,
  undone: 'Taken back.',
  notUndone: 'It could not be taken back. Open the row and try again there.',
  undoneLost:
    'Taken back. What you had decided before was another recording, which is no longer among these.',
  playlistSays: 'The playlist says',
  already: { recording: 'You have decided this one.', none: 'You have said: none of them.' },
  doubt: 'This recording fits, but whether it may be kept is in doubt:',
  howToRead:
    'Underlined words are this recording’s alone, those struck through the playlist’s alone.',
  added: 'only here:',
  missing: 'not here:',
  candidate: (number: number) => `Candidate ${number}`,
  fields: {
    title: 'Title',
    artist: 'Artist',
    album: 'Album',
    duration: 'Length',
    year: 'Year',
    isrc: 'ISRC',
    source: 'Where',
  },
  length: (ms: number) =>
    Math.abs(ms) < 1500 ? 'the same' : `${tellSpan(Math.abs(ms))} ${ms > 0 ? 'longer' : 'shorter'}`,
  same: 'the same',
  insteadOf: (asked: string) => `the playlist says ${asked}`,
  noSound: 'It cannot be listened to here.',
  hear: (number: number, title: string) => `candidate ${number}, ${title}`,
  hearThere: 'Listen at its host',
  itsPage: (source: string) => `Its page at ${source}`,
  why: (share: string) => `Why ${share}`,
  choose: 'This one it is',
  looked: 'It is right, I have looked',
  none: 'None of them',
  notThis: 'No, leave it',
  more: (number: number) => `Show ${count(number)} more`,
  soFar: (decided: number, open: number) => `${count(decided)} decided, ${count(open)} left open`,
  stored: 'What you decide is stored in the archive at once, and every later backup goes by it.',
  stillRunning:
    'The run is still going. What you have decided is stored: back up again when it is over.',
  keepNow: 'Keep them now',
  keepNowLong:
    'Backs up once more: what you have decided for is kept where its licence and its host allow it, all else stays as it is.',
  dropAgain:
    'What you have decided is stored in the archive. To keep it now, Songkeep needs the playlist again: drop its export or paste its link at',
  toStart: 'Back up',
}
