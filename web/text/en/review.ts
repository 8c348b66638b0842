import { format } from './format.ts'

const { count, duration, span } = format

/** `12 s`, `2:06`. */
const tellSpan = (ms: number) => (ms < 60_000 ? span(ms) : duration(ms))

export const review = {
  title: 'Review',
  toResult: 'Back to the result',
  nothing: 'There is nothing to decide here.',
  tracks: 'Tracks to decide',
  place: (at: number, all: number) => `${count(at)} of ${count(all)}`,
  jump: (at: number, name: string, decided: 'recording' | 'none' | undefined) =>
    `${decided === undefined ? '·' : decided === 'none' ? '–' : '✓'} ${count(at)}. ${name}`,
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  keys: 'Keys',
  keyList: [
    [['1', '…', '9'], 'this is the one'],
    [['N', '0'], 'none of these'],
    [['U'], 'undo, as often as you like'],
    [['J'], 'next track'],
    [['K'], 'previous track'],
    [['←', '→'], 'move between candidates'],
    [['Space'], 'play or stop the focused candidate'],
    [['?'], 'show these keys'],
  ] as readonly (readonly [readonly string[], string])[],
  decided: (title: string, isNone: boolean) =>
    isNone ? `“${title}”: noted, none of these.` : `“${title}”: decided.`,
  undone: 'Undone.',
  notUndone: 'It could not be undone. Open the row and try again there.',
  undoneLost: 'Undone. The recording you had chosen before is no longer among these.',
  playlistSays: 'The playlist says',
  already: {
    recording: 'You have already decided this one.',
    none: 'You have said: none of these.',
  },
  doubt: 'This recording fits, but it is not certain that it may be kept:',
  howToRead:
    'Underlined words appear only in this recording, crossed-out words only in the playlist.',
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
  noSound: 'You cannot listen to it here.',
  hear: (number: number, title: string) => `candidate ${number}, ${title}`,
  hearThere: 'Listen on its own page',
  itsPage: (source: string) => `Its page on ${source}`,
  why: (share: string) => `Why ${share}`,
  choose: 'This is the one',
  looked: 'I have checked: this is right',
  none: 'None of these',
  notThis: 'No, leave it',
  more: (number: number) => `Show ${count(number)} more`,
  soFar: (decided: number, open: number) => `${count(decided)} decided, ${count(open)} left open`,
  stored: 'Your decisions are saved in the archive at once, and every later backup uses them.',
  stillRunning: 'The run is still going. Your decisions are saved; back up again when it is done.',
  keepNow: 'Keep them now',
  keepNowLong:
    'Backs up once more: the recordings you chose are kept if their licence and host allow it. Everything else stays as it is.',
  dropAgain:
    'Your decisions are saved in the archive. To keep the recordings now, Songkeep needs the playlist again: drop its export or paste its link on the page',
  toStart: 'Back up',
}
