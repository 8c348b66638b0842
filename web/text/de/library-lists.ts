import type { lists as English } from '../en/library-lists.ts'
import { format, plural } from './format.ts'

const { bytes, count, day, time } = format

const quoted = (names: readonly string[]) =>
  names.length > 3
    ? `${count(names.length)} Playlists`
    : names.map((name) => `„${name}“`).join(', ')

export const lists: typeof English = {
  search: 'Namen durchsuchen',
  order: 'Sortieren nach',
  orders: { name: 'Name', when: 'letzte Sicherung', missing: 'Fehlendes', size: 'Größe' },
  reverse: 'Umgekehrte Reihenfolge',
  shown: (shown, all) =>
    shown === all ? plural(all, 'Playlist', 'Playlists') : `${count(shown)} von ${count(all)}`,
  noneLikeThat: 'Keine Playlist heißt so oder so ähnlich.',
  keys: 'Mit den Pfeiltasten geht es von Playlist zu Playlist.',
  counts: (kept, tracks) =>
    kept === tracks
      ? `alle ${count(tracks)} gesichert`
      : `${count(kept)} von ${count(tracks)} gesichert`,
  open: (number) => `${count(number)} zu entscheiden`,
  select: (name) => `${name} auswählen`,
  more: (name) => `Mehr zu ${name}`,
  selected: (number) => `${plural(number, 'Playlist', 'Playlists')} ausgewählt`,
  clear: 'Nichts auswählen',
  remove: 'Entfernen…',
  removeWhat: (name) => `${name} entfernen`,
  join: 'Zusammenlegen…',
  joinWith: 'Mit einer anderen zusammenlegen…',
  newer: 'Eine neuere Fassung…',
  newerWhat: (name) => `Eine neuere Fassung von ${name} wählen`,
  newerHint: 'Den neueren Export wählen oder auf dieser Zeile ablegen.',
  dropHere: (name) => `Hier ablegen: die neuere Fassung von „${name}“`,
  reading: 'Sie wird gelesen…',
  planning: 'Es wird geprüft, welche Dateien betroffen sind…',
  removeTitle: (names) => `${quoted(names)} entfernen?`,
  removePlan: (files, size, shared) =>
    `${files === 0 ? 'Keine Datei wird verschoben' : `${plural(files, 'Datei', 'Dateien')} (${bytes(size)}) ${files === 1 ? 'kommt' : 'kommen'} in den Papierkorb des Archivs`}${shared === 0 ? '.' : `; ${plural(shared, 'Datei bleibt', 'Dateien bleiben')}, weil andere Listen sie brauchen.`} Gelöscht wird nichts, und alles lässt sich zurückholen.`,
  unread: (folders) =>
    `Alle Dateien bleiben, weil diese Listen nicht lesbar sind und sie brauchen könnten: ${folders.join(', ')}.`,
  removeNow: 'In den Papierkorb legen',
  leave: 'Abbrechen',
  joinTitle: (name) => `„${name}“ mit einer anderen Liste zusammenlegen`,
  joinWhat: 'Welche bleibt?',
  joinHint:
    'Einträge, die nur die andere Liste hat, kommen ans Ende. Aus beiden Verläufen wird einer, und keine Datei wird verschoben. Es lässt sich rückgängig machen.',
  joinNow: 'Zusammenlegen',
  removed: (names, files, size) =>
    `${quoted(names)} ${names.length === 1 ? 'liegt' : 'liegen'} im Papierkorb${files > 0 ? `, mit ${plural(files, 'Datei', 'Dateien')} (${bytes(size)})` : ''}.`,
  joined: (name, into, added) =>
    `„${name}“ ist mit „${into}“ zusammengelegt: ${plural(added, 'Eintrag', 'Einträge')} hinzugefügt.`,
  undo: 'Rückgängig',
  back: (names, left) =>
    `${quoted(names)} ${names.length === 1 ? 'ist' : 'sind'} wieder da.${left > 0 ? ` ${plural(left, 'Datei bleibt', 'Dateien bleiben')} im Papierkorb, weil dort jetzt etwas Neueres liegt.` : ''}`,
  trash: 'Im Papierkorb',
  trashed: (names, into, at) =>
    into === undefined
      ? `${quoted(names)}, entfernt: ${time(at)}`
      : `${quoted(names)}, zusammengelegt mit „${into}“: ${time(at)}`,
  amount: (files, size) =>
    files === 0 ? '' : `${plural(files, 'Datei', 'Dateien')}, ${bytes(size)}`,
  haveBack: 'Zurückholen',
  haveBackWhat: (names) => `${quoted(names)} zurückholen`,
  forget: 'Dieses Archiv aus der Bibliothek nehmen',
  forgetHint:
    'Die Dateien bleiben, wo sie sind. Mit der nächsten Sicherung dorthin erscheint es hier wieder.',
  forgotten: (name) => `„${name}“ steht nicht mehr in der Bibliothek. Die Dateien sind noch da.`,
  show: 'Wieder zeigen',
  everyChange: 'Alle Änderungen',
  lastBackedUp: (at) => day(at),
  unfinished: 'nicht fertig',
}
