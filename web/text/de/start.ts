import type { start as English } from '../en/start.ts'
import { format, plural } from './format.ts'

const { count } = format

export const start: typeof English = {
  title: 'Behalten Sie Ihre Playlists',
  lead: 'Geben Sie eine Playlist hinein und erhalten Sie einen Ordner beschrifteter Musik, der Ihnen gehört: jeder Titel aus Ihren eigenen Ordnern oder von dort, wo er kopiert werden darf. Zuerst sehen Sie, was verstanden wurde; nichts läuft, bevor Sie es sagen.',
  place: 'Fügen Sie einen Link ein, oder legen Sie eine Playlist oder einen ganzen Export hier ab',
  placeMore: 'Mehr hinzufügen',
  placeholder: 'https://open.spotify.com/playlist/…',
  placeHint:
    'Ein Link, eine Datei (CSV, M3U, XSPF, JSPF, JSON, XML…), ein Export, wie er kam (Zip oder Ordner), oder eine Liste von Liedern in Worten, eines je Zeile.',
  read: 'Lesen',
  chooseFiles: 'Dateien wählen…',
  chooseFolder: 'Ordner wählen…',
  nothingWritten:
    'Es gibt noch nichts zu lesen: Fügen Sie einen Link ein oder schreiben Sie ein Lied je Zeile.',
  nothingIn: (folder) =>
    `In „${folder}“ heißt nichts wie eine Playlist. Legen Sie die Datei der Playlist selbst ab.`,
  tooMany: (found, most) =>
    `${plural(found, 'Datei ist', 'Dateien sind')} zu viel auf einmal: Die ersten ${count(most)} wurden genommen. Als ein Zip abgelegt kommen alle mit.`,
  pasted: 'Was Sie geschrieben haben',
  given: 'Was Sie hineingegeben haben',
  moreItems: (more) => `und ${count(more)} weitere`,
  sending: 'Wird gesendet…',
  reading: 'Wird gelesen…',
  stopped: 'Angehalten. Was Sie hineingegeben haben, ist noch da.',
  stop: 'Anhalten',
  readAgain: 'Doch lesen',
  removeAll: 'Alles entfernen',
  remove: 'Entfernen',
  sent: (name) => `Gesendet von ${name}`,
  unreadable: (name) => `„${name}“ lässt sich nicht mehr lesen.`,
  unreadableHint:
    'Die Datei wurde seither verschoben oder geändert: Entfernen Sie sie und legen Sie sie noch einmal ab.',
  understood: 'Was verstanden wurde',
  understoodLists: (lists) => `Verstanden: ${plural(lists, 'Playlist', 'Playlists')}.`,
  nothingUnderstood: 'Darin wurde keine Playlist gefunden.',
  which: 'Welche Playlists gesichert werden',
  wanted: (wanted, all, tracks) =>
    `${count(wanted)} von ${plural(all, 'Playlist', 'Playlists')} gewählt, ${plural(tracks, 'Titel', 'Titel')}`,
  all: 'Alle',
  none: 'Keine',
  noneWanted: 'Es ist keine Playlist gewählt.',
  showAll: (lists) => `Alle ${count(lists)} zeigen`,
  details: 'Mehr darüber',
  tracks: (tracks) => plural(tracks, 'Titel', 'Titel'),
  leftOutCount: (rows) => `${count(rows)} ausgelassen`,
  partial: 'nicht ganz',
  partialLong: 'Das ist nicht die ganze Playlist: Ihre Quelle nennt nur einen Teil.',
  leftOut: 'Ausgelassen:',
  forExample: 'etwa',
  beginsWith: 'Sie beginnt mit:',
  andMore: (more) => `und ${count(more)} weitere`,
  readAs: 'Gelesen als',
  where: 'Wo Ihre Musik liegt und wohin sie kommt',
  libraries: 'Ihre Musik',
  librariesHint:
    'Ordner mit Ihrer eigenen Musik; dort wird zuerst gesucht. Nichts darin wird verändert.',
  librariesNone: 'Keine: Dann werden nur offene Archive gefragt.',
  into: 'Wohin',
  intoHint:
    'Der Ordner der Sicherung. Er wird angelegt, wenn es ihn nicht gibt, und fasst viele Playlists.',
  intoMissing:
    'Sagen Sie, wohin gesichert wird: Tippen Sie einen Ordner ein oder wählen Sie einen.',
  catalogues: 'Kataloge',
  cataloguesHint:
    'Verzeichnisse davon, welche Aufnahmen es gibt (von „songkeep catalogue“ angelegt). Sie unterscheiden Fassungen; nötig sind sie nicht.',
  cataloguesNone: 'Keine.',
  thisIs: 'Das ist:',
  thisIsHint:
    'Das Archiv enthält eine ähnliche Liste. Eine neuere Fassung tritt an deren Stelle und behält den Verlauf; eine neue Liste steht daneben.',
  name: 'Name',
  names: 'Andere Namen',
  nameHint: 'Wie sie im Archiv heißt; bleibt es leer, so wie im Feld zu lesen.',
  more: 'Mehr',
  moreNow: (format) => `Jetzt: ${format}`,
  order: 'Was zuerst kommt',
  orders: {
    playlist: 'In der Reihenfolge der Playlist',
    plays: 'Was Sie am meisten gehört haben, wo ein Export es sagt',
  },
  keepChoices: 'Für das nächste Mal merken',
  keepChoicesHint: 'Es steht dann in den Einstellungen.',
  backUp: (tracks) => `${plural(tracks, 'Titel', 'Titel')} sichern`,
  tryFirst: 'Erst probieren',
  tryFirstHint: 'Die Probe sagt, was gesichert würde, und schreibt nichts.',
  underWay: 'Unterwegs',
}
