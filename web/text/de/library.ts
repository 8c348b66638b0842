import type { library as English } from '../en/library.ts'
import { format, plural } from './format.ts'

const { bytes, count, day, span } = format

export const library: typeof English = {
  title: 'Bibliothek',
  archive: 'Archiv',
  empty: 'Hier ist noch nichts. Die erste Sicherung legt ein Archiv an.',
  noneShared: 'Noch ist nichts freigegeben.',
  toStart: 'Sichern',
  amounts: (files, durationMs, size) =>
    files === 0
      ? 'Es ist noch leer.'
      : `${plural(files, 'Datei', 'Dateien')}, ${span(durationMs)} Musik, ${bytes(size)}.`,
  troubled: 'Mit den Aufzeichnungen dieses Archivs stimmt etwas nicht.',
  troubledHint:
    'Die Musik selbst kann trotzdem unbeschädigt sein. „Jetzt reparieren“ prüft jede Datei und legt die Aufzeichnungen neu an.',
  absent:
    'Der Ordner ist nicht da. Ist vielleicht die Festplatte nicht angeschlossen? Sobald er wieder da ist, erscheint hier wieder alles.',
  verified: (at, faults) =>
    faults === 0
      ? `Geprüft am ${day(at)}: Alle Dateien sind unbeschädigt.`
      : `Geprüft am ${day(at)}: ${faults === 1 ? '1 Datei ist' : `${count(faults)} Dateien sind`} beschädigt oder verschwunden.`,
  neverVerified: 'Nie geprüft: Ob die Dateien noch unbeschädigt sind, ist nicht bekannt.',
  whichFiles: 'Welche?',
  verify: 'Jetzt prüfen',
  repair: 'Jetzt reparieren',
  repairHint:
    'Beschädigte Dateien werden aus den Wiederherstellungsdaten (Parität), aus einer Kopie oder von ihrer Quelle zurückgeholt oder neu erstellt. Ersetzte Dateien werden beiseitegelegt, unbeschädigte nicht angerührt.',
  repairing: 'Wird repariert…',
  verifying: 'Alle Dateien werden geprüft…',
  tail: 'Wie viel vom Gehörten gesichert ist und was gefährdet ist',
  history: 'Hörverlauf hinzufügen',
  historyHint:
    'Der „erweiterte Streamingverlauf“ von Spotify oder ein Export von Last.fm oder ListenBrainz. Dann zählen oft gehörte Titel am meisten. Die Datei wird einmal gelesen und nicht aufbewahrt.',
  readingHistory: 'Der Hörverlauf wird gelesen…',
  playlists: (number) => plural(number, 'Playlist', 'Playlists'),
  noPlaylists: 'Es ist keine Playlist darin.',
  unreadable: 'Der Bericht lässt sich nicht lesen. Beim nächsten Sichern entsteht ein neuer.',
  stopped: 'Dieser Lauf wurde angehalten, bevor er fertig war.',
  sync: 'Aktualisieren',
  syncWhat: (name) => `${name} aktualisieren: neu lesen und sichern, was sich geändert hat`,
  inStep: 'Aktuell halten',
  neverInStep: 'In letzter Zeit nicht aktualisiert.',
  bringingInStep: 'Die Listen werden neu gelesen…',
  broughtInStep: (at, isDone) =>
    isDone ? `Zuletzt aktualisiert: ${at}.` : `Aktualisierung nicht beendet: ${at}.`,
  bringInStep: 'Jetzt alles aktualisieren',
  everyNight: 'Jede Nacht',
  everyNightHint:
    'Um 3 Uhr, solange Songkeep läuft: Jede Playlist, die von einem Link kam, wird neu gelesen, und Fehlendes wird gesucht.',
  rename: 'Umbenennen',
  renameWhat: (name) => `${name} umbenennen`,
  newName: 'Neuer Name',
  keepName: 'Namen behalten',
  renamed: (name) => `Sie heißt jetzt „${name}“.`,
  noHistory: 'Einmal gesichert; seither hat sich nichts geändert.',
  unchanged: 'Nichts hat sich geändert.',
}
