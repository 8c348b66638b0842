import type { lists as English } from '../en/library-lists.ts'
import { format, plural } from './format.ts'

const { bytes, count, day, time } = format

const quoted = (names: readonly string[]) =>
  names.length > 3
    ? `${count(names.length)} Playlists`
    : names.map((name) => `„${name}“`).join(', ')

export const lists: typeof English = {
  search: 'Namen durchsuchen',
  order: 'Ordnen nach',
  orders: { name: 'Name', when: 'letzter Sicherung', missing: 'Fehlendem', size: 'Größe' },
  reverse: 'Umgekehrt',
  shown: (shown, all) =>
    shown === all ? plural(all, 'Playlist', 'Playlists') : `${count(shown)} von ${count(all)}`,
  noneLikeThat: 'So heißt keine Playlist.',
  keys: 'Die Pfeiltasten führen von einer Playlist zur nächsten.',
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
  newerHint: 'Wählen Sie den neueren Export, oder legen Sie ihn auf der Zeile ab.',
  dropHere: (name) => `Hier ablegen: die neuere Fassung von „${name}“`,
  reading: 'Sie wird gelesen…',
  planning: 'Es wird nachgesehen, was mitgeht…',
  removeTitle: (names) => `${quoted(names)} entfernen?`,
  removePlan: (files, size, shared) =>
    `${files === 0 ? 'Keine Datei geht mit' : `${plural(files, 'Datei', 'Dateien')} (${bytes(size)}) ${files === 1 ? 'kommt' : 'kommen'} in den Papierkorb des Archivs`}${shared === 0 ? '.' : `; ${plural(shared, 'Datei bleibt', 'Dateien bleiben')}, weil andere Listen sie brauchen.`} Gelöscht wird nichts, und alles lässt sich zurückholen.`,
  unread: (folders) =>
    `Alle Dateien bleiben, weil diese Listen nicht lesbar sind und sie brauchen könnten: ${folders.join(', ')}.`,
  removeNow: 'In den Papierkorb legen',
  leave: 'Lassen',
  joinTitle: (name) => `„${name}“ mit einer anderen Liste zusammenlegen`,
  joinWhat: 'Welche bleibt?',
  joinHint:
    'Was die andere sonst noch hat, kommt hinter ihre Einträge, nichts doppelt. Aus beiden Verläufen wird einer, und keine Datei wird verschoben. Es lässt sich zurücknehmen.',
  joinNow: 'Zusammenlegen',
  removed: (names, files, size) =>
    `${quoted(names)} ${names.length === 1 ? 'liegt' : 'liegen'} im Papierkorb${files > 0 ? `, mit ${plural(files, 'Datei', 'Dateien')} (${bytes(size)})` : ''}.`,
  joined: (name, into, added) =>
    `„${name}“ ist mit „${into}“ zusammengelegt: ${plural(added, 'Eintrag war', 'Einträge waren')} dort neu.`,
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
  forgetHint: 'Keine Datei wird angerührt. Das nächste Sichern dorthin zeigt es wieder.',
  forgotten: (name) => `„${name}“ steht nicht mehr in der Bibliothek. Keine Datei wurde angerührt.`,
  show: 'Wieder zeigen',
  everyChange: 'Jede Änderung',
  lastBackedUp: (at) => day(at),
  unfinished: 'nicht fertig',
}
