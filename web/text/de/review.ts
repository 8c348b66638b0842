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
    [['U'], 'rückgängig, beliebig oft'],
    [['J'], 'nächster Titel'],
    [['K'], 'voriger Titel'],
    [['←', '→'], 'zwischen den Aufnahmen wechseln'],
    [['Leertaste'], 'die Aufnahme im Fokus abspielen oder anhalten'],
    [['?'], 'diese Tasten zeigen'],
  ],
  decided: (title, isNone) =>
    isNone ? `„${title}“: gemerkt, keine davon.` : `„${title}“: entschieden.`,
  notUndone:
    'Das ließ sich nicht rückgängig machen. Bitte die Zeile öffnen und es dort noch einmal versuchen.',
  undone: 'Rückgängig gemacht.',
  undoneLost: 'Rückgängig gemacht. Die zuvor gewählte Aufnahme ist nicht mehr dabei.',
  playlistSays: 'In der Playlist steht',
  already: {
    recording: 'Darüber ist schon entschieden.',
    none: 'Entschieden: keine davon.',
  },
  doubt: 'Diese Aufnahme passt, aber es ist nicht sicher, ob sie gesichert werden darf:',
  howToRead:
    'Unterstrichene Wörter stehen nur bei dieser Aufnahme, durchgestrichene nur in der Playlist.',
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
  looked: 'Nachgesehen: Sie ist richtig',
  none: 'Keine davon',
  notThis: 'Nein, weglassen',
  more: (number) => `${count(number)} weitere zeigen`,
  soFar: (decided, open) => `${count(decided)} entschieden, ${count(open)} offen`,
  stored: 'Entscheidungen stehen sofort im Archiv und gelten für jede spätere Sicherung.',
  stillRunning:
    'Der Lauf ist noch nicht fertig. Die Entscheidungen sind gespeichert; danach bitte noch einmal sichern.',
  keepNow: 'Jetzt sichern',
  keepNowLong:
    'Sichert noch einmal: Die gewählten Aufnahmen werden gesichert, soweit Lizenz und Anbieter es erlauben. Alles andere bleibt, wie es ist.',
  dropAgain:
    'Die Entscheidungen stehen im Archiv. Um die Aufnahmen jetzt zu sichern, braucht Songkeep die Playlist noch einmal: den Export ablegen oder den Link einfügen auf der Seite',
  toStart: 'Sichern',
}
