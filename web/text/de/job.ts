import type { job as English } from '../en/job.ts'
import { format, plural } from './format.ts'

const { count } = format

export const job: typeof English = {
  title: 'Lauf',
  toRuns: 'Alle Läufe',
  overall: 'Gesamtfortschritt',
  nothingYet: {
    queued: 'Wartet, bis er an der Reihe ist.',
    running: 'Beginnt: Zuerst werden die Playlist und die eigenen Ordner gelesen.',
    paused: 'Angehalten.',
    interrupted: 'Unterbrochen.',
    done: 'Fertig.',
    failed: 'Gescheitert.',
    cancelled: 'Abgebrochen.',
  },
  checking: {
    running: 'Jede Datei des Archivs wird auf Änderungen und Schäden geprüft.',
    done: 'Jede Datei des Archivs wurde auf Änderungen und Schäden geprüft.',
  },
  repairing: {
    running: 'Das Archiv wird geprüft, und was sich reparieren lässt, wird repariert.',
    done: 'Das Archiv wurde geprüft, und was sich reparieren ließ, ist repariert.',
  },
  howManyBytes: (done, total) => `${format.bytes(done)} von ${format.bytes(total)}.`,
  howFar: (done, total, counts) => {
    const kept = counts.kept + counts['already-kept']
    const trial = counts['would-keep']
    const open = counts.ambiguous + counts.review
    const missing = counts.refused + counts['not-found'] + counts.failed
    if (done === 0) return `${plural(total, 'Eintrag', 'Einträge')}, noch keiner fertig.`
    const parts = [
      trial > 0
        ? `${count(trial)} ${trial === 1 ? 'würde' : 'würden'} gesichert`
        : `${count(kept)} gesichert`,
      ...(open > 0 ? [`${count(open)} zu entscheiden`] : []),
      ...(missing > 0 ? [`${count(missing)} nicht verfügbar`] : []),
      ...(counts.skipped > 0 ? [`${count(counts.skipped)} ausgelassen`] : []),
    ]
    return `${count(done)} von ${plural(total, 'Eintrag', 'Einträgen')} fertig: ${parts.join(', ')}.`
  },
  left: (span) => `Noch etwa ${span}.`,
  littleLeft: 'Noch unter einer Minute.',
  leftUnknown: 'Wie lange es dauert, ist noch nicht abzusehen.',
  pause: 'Anhalten',
  resume: 'Weiter',
  cancel: 'Abbrechen…',
  sure: 'Diesen Lauf abbrechen? Was gesichert ist, bleibt es, und ein anderer Lauf macht dort weiter.',
  goOn: 'Nein, weiterlaufen lassen',
  reallyCancel: 'Abbrechen',
  ended: {
    queued: '',
    running: '',
    paused: '',
    interrupted: '',
    done: 'Der Lauf ist fertig',
    failed: 'Der Lauf ist gescheitert',
    cancelled: 'Der Lauf wurde abgebrochen',
  },
  dry: 'Das war ein Probelauf: Es wurde nichts geschrieben.',
  openLong: (open) =>
    open === 1
      ? 'Über einen Titel ist noch zu entscheiden: Welche Aufnahme gemeint ist, ist nicht sicher.'
      : `Über ${count(open)} Titel ist noch zu entscheiden: Welche Aufnahmen gemeint sind, ist nicht sicher.`,
  seeResult: 'Das Ergebnis ansehen',
  review: (open) =>
    open === 1 ? 'Über diesen Titel entscheiden' : `Über diese ${count(open)} Titel entscheiden`,
  toArchive: 'Archiv öffnen',
  forReal: 'Wirklich sichern',
  again: 'Noch einmal sichern',
  checkAgain: 'Noch einmal prüfen',
  tryAgain: 'Noch einmal versuchen',
  remarks: 'Weitere Hinweise',
  of: (done, total) => `${count(done)} von ${count(total)}`,
  lines: (lines) => plural(lines, 'Zeile', 'Zeilen'),
  tracks: 'Alle Titel',
  showWork: 'Titel in Arbeit zeigen',
}
