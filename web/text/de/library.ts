import type { library as English } from '../en/library.ts'
import { format, plural } from './format.ts'

const { bytes, count, day, span } = format

export const library: typeof English = {
  title: 'Bibliothek',
  archive: 'Archiv',
  empty: 'Noch ist nichts gesichert. Das erste Sichern legt ein Archiv an.',
  toStart: 'Sichern',
  amounts: (files, durationMs, size) =>
    files === 0
      ? 'Es ist noch nichts darin.'
      : `${plural(files, 'Datei', 'Dateien')}, ${span(durationMs)} Musik, ${bytes(size)}.`,
  troubled: 'Mit den Aufzeichnungen dieses Archivs stimmt etwas nicht.',
  troubledHint:
    'Die Musik kann trotzdem heil sein. „Jetzt reparieren“ sieht jede Datei an und schreibt die Aufzeichnungen neu.',
  absent:
    'Sein Ordner ist nicht da: Vielleicht ist die Festplatte nicht angeschlossen. Sobald er wieder da ist, steht hier wieder alles, was darin ist.',
  verified: (at, faults) =>
    faults === 0
      ? `Geprüft am ${day(at)}: Jede Datei ist so, wie sie gesichert wurde.`
      : `Geprüft am ${day(at)}: ${faults === 1 ? '1 Datei ist' : `${count(faults)} Dateien sind`} nicht mehr so oder fort.`,
  neverVerified:
    'Nie geprüft: Niemand hat nachgesehen, ob die Dateien noch so sind, wie sie gesichert wurden.',
  whichFiles: 'Welche',
  verify: 'Jetzt prüfen',
  repair: 'Jetzt reparieren',
  repairHint:
    'Aus der Parität, aus einer Kopie, von dort, woher die Dateien kamen, oder neu gemacht. Was ersetzt wird, kommt beiseite, und was heil ist, bleibt unberührt.',
  repairing: 'Was verloren ist, wird zurückgeholt…',
  verifying: 'Jede Datei wird neu gelesen…',
  tail: 'Wie viel von dem, was Sie hören, gesichert ist, und was gefährdet ist',
  history: 'Hörverlauf dazugeben',
  historyHint:
    'Der „erweiterte Streamingverlauf“ von Spotify, ein Export von Last.fm oder ListenBrainz: Dann zählt am meisten, was Sie am meisten hören. Er wird einmal gelesen und entfernt.',
  readingHistory: 'Der Hörverlauf wird gelesen…',
  playlists: (number) => plural(number, 'Playlist', 'Playlists'),
  noPlaylists: 'Es ist keine Playlist darin.',
  unreadable: 'Der Bericht lässt sich nicht lesen: Sichern Sie noch einmal, dann entsteht er neu.',
  stopped: 'Dieser Lauf wurde vor dem Ende angehalten.',
  sync: 'Abgleichen',
  syncWhat: (name) => `${name} abgleichen: neu lesen und sichern, was sich geändert hat`,
  inStep: 'Auf dem Stand halten',
  neverInStep: 'In letzter Zeit nicht auf den neuen Stand gebracht.',
  bringingInStep: 'Die Listen werden neu gelesen…',
  broughtInStep: (at, isDone) =>
    isDone ? `Auf den neuen Stand gebracht: ${at}.` : `Nicht zu Ende gebracht: ${at}.`,
  bringInStep: 'Alles auf den neuen Stand bringen',
  everyNight: 'Jede Nacht',
  everyNightHint:
    'Ab 3 Uhr, solange Songkeep diese Seite zeigt: Jede Liste, die von einem Link kam, wird neu gelesen, und was fehlte, wird gesucht.',
  rename: 'Umbenennen',
  renameWhat: (name) => `${name} umbenennen`,
  newName: 'Neuer Name',
  keepName: 'Namen behalten',
  renamed: (name) => `Sie heißt jetzt „${name}“.`,
  noHistory: 'Sie wurde einmal gesichert: Seither hat sich nichts geändert.',
  unchanged: 'Nichts hat sich geändert.',
}
