import type { review as English } from '../en/review.ts'
import { format } from './format.ts'

const { count, duration, span } = format

/** `12 s`, `2:06`. */
const tellSpan = (ms: number) => (ms < 60_000 ? span(ms) : duration(ms))

export const review: typeof English = {
  title: 'Prüfen',
  toResult: 'Zum Ergebnis',
  nothing: 'Hier ist nichts zu entscheiden.',
  tracks: 'Titel, die zu entscheiden sind',
  place: (at, all) => `${count(at)} von ${count(all)}`,
  jump: (at, name, decided) =>
    `${decided === undefined ? '·' : decided === 'none' ? '–' : '✓'} ${count(at)}. ${name}`,
  previous: 'Zurück',
  next: 'Weiter',
  undo: 'Rückgängig',
  keys: 'Tasten',
  keyList: [
    [['1', '…', '9'], 'diese ist es'],
    [['N', '0'], 'keine davon'],
    [['U'], 'rückgängig, so oft Sie wollen'],
    [['J'], 'nächster Titel'],
    [['K'], 'voriger Titel'],
    [['←', '→'], 'von Aufnahme zu Aufnahme'],
    [['Leertaste'], 'die Aufnahme, die den Fokus hat, abspielen oder anhalten'],
    [['?'], 'diese Tasten'],
  ],
  decided: (title, isNone) =>
    isNone ? `Keine davon ist „${title}“: gemerkt.` : `„${title}“: entschieden.`,
  notUndone: 'Das ließ sich nicht zurücknehmen. Öffne die Zeile und versuche es dort noch einmal.',
  undone: 'Zurückgenommen.',
  undoneLost:
    'Zurückgenommen. Zuvor hatten Sie eine andere Aufnahme gewählt, die nicht mehr dabei ist.',
  playlistSays: 'In der Playlist steht',
  already: {
    recording: 'Darüber haben Sie entschieden.',
    none: 'Sie haben gesagt: keine davon.',
  },
  doubt: 'Diese Aufnahme passt, aber ob sie behalten werden darf, ist zweifelhaft:',
  howToRead: 'Unterstrichene Wörter hat nur diese Aufnahme, durchgestrichene nur die Playlist.',
  added: 'nur hier:',
  missing: 'hier nicht:',
  candidate: (number) => `Aufnahme ${number}`,
  fields: {
    title: 'Titel',
    artist: 'Interpret',
    album: 'Album',
    duration: 'Länge',
    year: 'Jahr',
    isrc: 'ISRC',
    source: 'Wo',
  },
  length: (ms) =>
    Math.abs(ms) < 1500 ? 'gleich' : `${tellSpan(Math.abs(ms))} ${ms > 0 ? 'länger' : 'kürzer'}`,
  same: 'gleich',
  insteadOf: (asked) => `in der Playlist steht ${asked}`,
  noSound: 'Hier lässt sie sich nicht anhören.',
  hear: (number, title) => `Aufnahme ${number}, ${title}`,
  hearThere: 'Beim Anbieter anhören',
  itsPage: (source) => `Ihre Seite bei ${source}`,
  why: (share) => `Warum ${share}`,
  choose: 'Diese ist es',
  looked: 'Sie ist richtig, ich habe nachgesehen',
  none: 'Keine davon',
  notThis: 'Nein, weglassen',
  more: (number) => `${count(number)} weitere zeigen`,
  soFar: (decided, open) => `${count(decided)} entschieden, ${count(open)} offen`,
  stored:
    'Was Sie entscheiden, steht sofort im Archiv, und jedes spätere Sichern richtet sich danach.',
  stillRunning:
    'Der Lauf ist noch im Gange. Was Sie entschieden haben, ist gespeichert: Sichern Sie noch einmal, wenn er zu Ende ist.',
  keepNow: 'Jetzt sichern',
  keepNowLong:
    'Sichert noch einmal: Wofür Sie sich entschieden haben, wird gesichert, soweit Lizenz und Anbieter es erlauben; alles andere bleibt, wie es ist.',
  dropAgain:
    'Was Sie entschieden haben, steht im Archiv. Um es jetzt zu sichern, braucht Songkeep die Playlist noch einmal: Legen Sie ihren Export ab oder fügen Sie ihren Link ein unter',
  toStart: 'Sichern',
}
