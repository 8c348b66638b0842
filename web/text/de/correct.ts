import type { correct as English } from '../en/correct.ts'

export const correct: typeof English = {
  title: 'Selbst suchen',
  own: 'Eigene Datei nehmen…',
  ownHint: 'oder eine Tondatei hier ablegen',
  onMachine: 'Aus den Ordnern dieses Rechners…',
  chooseFile: 'Eine Tondatei für diesen Titel',
  trackTitle: 'Titel',
  artist: 'Interpret',
  where: 'Wo',
  places: {
    library: 'meine Musik',
    open: 'freie Quellen im Netz',
    catalogue: 'mein Katalog',
  },
  search: 'Suchen',
  address: 'Oder einen Link oder Code einfügen',
  addressHint:
    'Eine Seite bei archive.org, Jamendo, Wikimedia Commons oder ccMixter, eine Aufnahme bei MusicBrainz oder ein ISRC.',
  lookUp: 'Nachschlagen',
  searching: 'Wird gesucht…',
  stop: 'Aufhören',
  none: 'Nichts gefunden.',
  found: (count) => (count === 1 ? '1 Aufnahme gefunden.' : `${count} Aufnahmen gefunden.`),
  take: 'Die ist es',
  takeLooked: 'Nachgesehen: Sie ist richtig',
  notKept: 'Sie lässt sich nicht sichern: Lizenz oder Anbieter erlauben es nicht.',
  searchWithThese: 'Mit diesen Namen suchen',
  decided: (title) => `„${title}“: entschieden.`,
  choose: 'Mehrere auswählen',
  chooseAll: 'Alle angezeigten auswählen',
  endChoosing: 'Auswahl beenden',
  chosenRows: 'Ausgewählte Zeilen',
  chosen: (rows) =>
    rows === 0
      ? 'Zeilen auswählen; mit Umschalt alle dazwischen.'
      : `${rows.toLocaleString('de-DE')} ausgewählt`,
  allNone: 'Keinen davon gibt es',
  allRight: (rows) =>
    `Die stimmen: jeweils die erste Aufnahme nehmen (${rows.toLocaleString('de-DE')})`,
  decidedAll: (rows) =>
    rows === 1 ? '1 Zeile: entschieden.' : `${rows.toLocaleString('de-DE')} Zeilen: entschieden.`,
  noneExists: 'Gibt es nicht: nicht mehr suchen',
  noneNoted: (title) => `„${title}“: notiert, danach wird nicht mehr gesucht.`,
}
