import { common as words } from '../../../src/words/de/common.ts'
import type { result as English } from '../en/result.ts'
import { summaryFrom } from '../summary.ts'
import { format, plural } from './format.ts'

const { bytes, count, percent, span, time } = format

export const result: typeof English = {
  title: 'Ergebnis',
  running: 'Dieser Lauf ist noch nicht fertig: Was hier steht, ändert sich noch.',
  toProgress: 'Fortschritt ansehen',
  noList: 'Dieser Lauf hat keine Playlist gelesen.',
  lists: 'Playlist',
  lead: summaryFrom(words),
  finished: (at) => `Gesichert am ${time(at)}`,
  amounts: (music, size, took) =>
    [
      ...(size > 0
        ? [music === undefined ? bytes(size) : `${span(music)} Musik, ${bytes(size)}`]
        : []),
      `in ${span(took)} fertig`,
    ].join(' · '),
  dryRun: 'Ein Probelauf: Es wurde nichts geschrieben.',
  stopped:
    'Der Lauf wurde angehalten, bevor er fertig war. Beim nächsten Sichern geht es dort weiter.',
  unavailable: 'Keine Antwort kam von',
  unavailableLong: 'Was nur dort zu finden ist, fehlt hier. Später noch einmal sichern.',
  tail: {
    heading: 'Lieblinge und Raritäten',
    plays: 'Wie viel vom Gehörten gesichert ist, nach Häufigkeit.',
    artists:
      'Wie viel gesichert ist von Interpreten mit wenigen und mit vielen Titeln in dieser Playlist.',
    band: {
      plays: ({ from, to }) =>
        from === 1
          ? `Die ${count(to ?? 1)} meistgespielten`
          : to === undefined
            ? `Vom ${count(from)}. an`
            : `Der ${count(from)}. bis ${count(to)}.`,
      artists: ({ from, to, artists = 0 }) =>
        `${plural(artists, 'Interpret', 'Interpreten')} mit ${
          to === undefined
            ? `${count(from)} oder mehr Titeln`
            : from === to
              ? `${artists === 1 ? '' : 'je '}${plural(from, 'Titel', 'Titeln')}`
              : `${count(from)} bis ${count(to)} Titeln`
        }`,
    },
    bandHead: { plays: 'Titel', artists: 'Interpreten' },
    drawn: 'Balken',
    keptHead: 'Gesichert',
    kept: ({ kept, tracks }) =>
      `${count(kept)} von ${count(tracks)} gesichert, ${percent(kept / tracks)}`,
    played: ({ amount, amountKept }) =>
      `${count(amount)} Mal gespielt${amount === 0 ? '' : `, davon ${percent(amountKept / amount)} gesichert`}`,
    legend: (by) =>
      `Je länger der Balken, desto mehr ${by === 'plays' ? 'Wiedergaben' : 'Titel'}; der gefüllte Teil ist gesichert.`,
  },
  changes: {
    none: (since) => `Die Playlist ist seit dem ${time(since)} unverändert.`,
    since: (since, told) => `Seit dem ${time(since)}: ${told}`,
    counted: words.changes.counted,
    labels: words.changes.labels,
    more: (number) => `und ${count(number)} weitere`,
  },
  actions: {
    review: (number) => `${plural(number, 'Titel', 'Titel')} prüfen`,
    again: 'Noch einmal sichern',
    archive: 'Archiv öffnen',
    print: 'Die ganze Liste, zum Drucken oder Suchen',
    missing: 'Einkaufsliste',
    downloads: 'Herunterladen',
    zip: 'Alle Dateien als ZIP',
    playlist: 'Playlist-Datei',
    report: 'Bericht (eine eigene Seite)',
    exportAs: 'Die Liste exportieren als',
  },
  exports: words.exportFormats,
  show: 'Anzeigen',
  all: 'Alle',
  search: 'Titel, Interpreten, Alben suchen',
  found: (number) => plural(number, 'Eintrag', 'Einträge'),
  foundOf: (number, all) =>
    `${count(number)} von ${plural(all, 'Eintrag', 'Einträgen')}, wie im Ergebnis gewählt`,
  backToResult: 'Zurück zum Ergebnis',
  print: 'Drucken',
  none: 'Kein Eintrag passt.',
  showAll: 'Alle Einträge zeigen',
  byReason: (number) => `Warum nicht gesichert: ${plural(number, 'Grund', 'Gründe')}`,
  forExample: 'zum Beispiel',
  showThese: 'Diese zeigen',
  lookAgain: 'Diese noch einmal suchen',
  oneReason: 'Gezeigt werden nur Einträge mit einem bestimmten Grund.',
  sortBy: 'Sortieren nach',
  sorts: {
    position: 'Playlist',
    title: 'Titel',
    artist: 'Interpret',
    outcome: 'Ergebnis',
  },
  descending: 'Umgekehrte Reihenfolge',
  entries: 'Einträge',
  keys: 'Pfeiltasten wechseln zwischen den Einträgen, die Eingabetaste öffnet einen, / sucht.',
  decidedShort: { recording: 'Entschieden.', none: 'Keine davon.' },
  decidedFor: 'Eine Aufnahme ist gewählt. Die nächste Sicherung nimmt sie.',
  decidedThis: 'Diese Aufnahme ist gewählt.',
  isMiss: 'Ist der ähnlichste Fund unten doch der richtige?',
  isRight: 'Ja, beim nächsten Mal sichern',
  isWrong: 'Ist das die falsche?',
  decidedNone: 'Entschieden: Keine davon ist richtig.',
  loadingDetails: 'Die Gründe werden geladen…',
  noDetails: 'Dieser Eintrag ist noch nicht fertig; es gibt noch nichts zu zeigen.',
  candidates: 'Mögliche Treffer',
  known: 'Wie der Katalog es nennt',
  nearest: 'Der ähnlichste Fund',
  wanted: 'Was gesichert werden sollte',
  asked: 'In der Playlist',
  plays: (number) => `${count(number)} Mal gespielt`,
  about: 'Über diesen Lauf',
  readAs: (name, entries) => `Gelesen als ${name}, ${plural(entries, 'Eintrag', 'Einträge')}.`,
  noHosts: 'Im Internet wurde niemand gefragt.',
  hosts: (names) => `Im Internet gefragt: ${names}.`,
  refusedRequests: (names) => `Blockierte Anfragen: ${names}.`,
}
