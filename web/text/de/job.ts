import type { job as English } from '../en/job.ts'
import { format, plural } from './format.ts'

const { count } = format

export const job: typeof English = {
  title: 'Lauf',
  toRuns: 'Zu allen Läufen',
  overall: 'Das Ganze',
  nothingYet: {
    queued: 'Er wartet, bis er an der Reihe ist.',
    running: 'Er beginnt: Zuerst werden die Playlist und Ihre Ordner gelesen.',
    paused: 'Er ist angehalten.',
    interrupted: 'Er wurde unterbrochen.',
    done: 'Er ist fertig.',
    failed: 'Er ist gescheitert.',
    cancelled: 'Er wurde abgebrochen.',
  },
  checking: {
    running: 'Jede Datei des Archivs wird neu gelesen und mit dem Gesicherten verglichen.',
    done: 'Jede Datei des Archivs wurde neu gelesen und mit dem Gesicherten verglichen.',
  },
  repairing: {
    running: 'Das Archiv wird neu gelesen, und was verloren ist, wird zurückgeholt.',
    done: 'Das Archiv wurde neu gelesen, und was sich zurückholen ließ, ist wieder da.',
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
      ...(open > 0 ? [`${count(open)} ${open === 1 ? 'braucht' : 'brauchen'} Sie`] : []),
      ...(missing > 0 ? [`${count(missing)} nicht zu haben`] : []),
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
    done: 'Fertig',
    failed: 'Es ging nicht weiter',
    cancelled: 'Abgebrochen',
  },
  dry: 'Das war eine Probe: Geschrieben wurde nichts.',
  openLong: (open) =>
    open === 1
      ? 'Ein Titel braucht Sie: Was zu ihm passt, ist nicht sicher.'
      : `${count(open)} Titel brauchen Sie: Was zu ihnen passt, ist nicht sicher.`,
  seeResult: 'Das Ergebnis ansehen',
  review: (open) =>
    open === 1
      ? 'Den einen prüfen, der Sie braucht'
      : `Die ${count(open)} prüfen, die Sie brauchen`,
  toArchive: 'Zum Archiv',
  forReal: 'Wirklich sichern',
  again: 'Noch einmal sichern',
  checkAgain: 'Noch einmal prüfen',
  tryAgain: 'Von dort noch einmal versuchen',
  remarks: 'Neben den Titeln',
  of: (done, total) => `${count(done)} von ${count(total)}`,
  lines: (lines) => plural(lines, 'Zeile', 'Zeilen'),
  tracks: 'Jeder Titel',
  showWork: 'Zeigen, wo gearbeitet wird',
}
