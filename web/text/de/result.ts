import { common as words } from '../../../src/words/de/common.ts'
import type { result as English } from '../en/result.ts'
import { summaryFrom } from '../summary.ts'
import { format, plural } from './format.ts'

const { bytes, count, percent, span, time } = format

export const result: typeof English = {
  title: 'Ergebnis',
  running: 'Dieser Lauf ist noch nicht zu Ende: Was hier steht, ändert sich noch.',
  toProgress: 'Zusehen, wie es weitergeht',
  noList: 'In diesem Lauf wurde keine Playlist gelesen.',
  lists: 'Playlist',
  lead: summaryFrom(words),
  finished: (at) => `Gesichert am ${time(at)}`,
  amounts: (music, size, took) =>
    [
      ...(size > 0
        ? [music === undefined ? bytes(size) : `${span(music)} Musik, ${bytes(size)}`]
        : []),
      `in ${span(took)} gemacht`,
    ].join(' · '),
  dryRun: 'Ein Probelauf: Es wurde nichts geschrieben.',
  stopped:
    'Der Lauf wurde vor dem Ende angehalten. Sichern Sie noch einmal, dann geht es dort weiter.',
  unavailable: 'Keine Antwort kam von',
  unavailableLong: 'Was dort zu finden ist, fehlt hier: Sichern Sie später noch einmal.',
  tail: {
    heading: 'Das Seltene und das Bekannte',
    plays:
      'Wie viel von dem, was Sie gehört haben, gesichert ist: Ihre Titel danach, wie oft Sie sie gespielt haben.',
    artists:
      'Wie gut das Seltene gesichert ist: die Titel danach, wie viele dieser Playlist von demselben Interpreten sind.',
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
    drawn: 'Gezeichnet',
    keptHead: 'Gesichert',
    kept: ({ kept, tracks }) =>
      `${count(kept)} von ${count(tracks)} gesichert, ${percent(kept / tracks)}`,
    played: ({ amount, amountKept }) =>
      `${count(amount)} Mal gespielt${amount === 0 ? '' : `, davon ${percent(amountKept / amount)} gesichert`}`,
    legend: (by) =>
      `Ein Balken ist so lang, wie es ${by === 'plays' ? 'Wiedergaben' : 'Titel'} sind; der gefüllte Teil ist gesichert.`,
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
    archive: 'Zum Archiv',
    print: 'Die ganze Liste zum Drucken und Suchen',
    missing: 'Einkaufsliste',
    downloads: 'Herunterladen',
    zip: 'Alle Dateien als ZIP',
    playlist: 'Playlist-Datei',
    report: 'Bericht (eine eigene Seite)',
    exportAs: 'Die Liste ausgeben als',
  },
  exports: words.exportFormats,
  show: 'Zeige Einträge, die so ausgingen',
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
  sortBy: 'Ordnen nach',
  sorts: {
    position: 'der Playlist',
    title: 'Titel',
    artist: 'Interpret',
    outcome: 'Ausgang',
  },
  descending: 'Umgekehrt',
  entries: 'Einträge',
  keys: 'Pfeiltasten führen von Eintrag zu Eintrag, die Eingabetaste öffnet einen, / sucht.',
  decidedShort: { recording: 'Entschieden.', none: 'Keine davon.' },
  decidedFor: 'Sie haben eine Aufnahme gewählt: Sie gilt beim nächsten Sichern.',
  decidedThis: 'Diese Aufnahme haben Sie gewählt.',
  isMiss: 'Ist das, was unten am nächsten kam, doch das Richtige?',
  isRight: 'Ja, beim nächsten Mal sichern',
  isWrong: 'Ist das die falsche?',
  decidedNone: 'Sie haben gesagt, dass es keine davon ist.',
  loadingDetails: 'Die Gründe werden geholt…',
  noDetails: 'Dieser Eintrag ist noch nicht am Ende: Es gibt noch nichts zu sagen.',
  candidates: 'Was passt',
  known: 'Als was ein Katalog es kennt',
  nearest: 'Was am nächsten kam',
  wanted: 'Was gesichert werden sollte',
  asked: 'In der Playlist',
  plays: (number) => `${count(number)} Mal gespielt`,
  about: 'Über diesen Lauf',
  readAs: (name, entries) => `Gelesen als ${name}, ${plural(entries, 'Eintrag', 'Einträge')}.`,
  noHosts: 'Niemand im Netz wurde gefragt.',
  hosts: (names) => `Im Netz gefragt: ${names}.`,
  refusedRequests: (names) => `Abgelehnte Anfragen: ${names}.`,
}
