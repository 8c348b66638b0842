import type { jobs as English } from '../en/jobs.ts'
import { format, plural } from './format.ts'

const { count } = format

export const jobs: typeof English = {
  title: 'Läufe',
  lead: 'Alles, was auf diesem Rechner gesichert oder geprüft wurde: von dieser Seite oder auf der Befehlszeile.',
  none: 'Noch ist nichts gelaufen.',
  toStart: 'Eine Playlist sichern',
  andMore: (more) => ` und ${count(more)} weitere`,
  untitled: 'Eine neue Sicherung',
  verify: (archive) => `Prüfung von ${archive}`,
  repair: (archive) => `Reparatur von ${archive}`,
  states: {
    queued: 'Wartet',
    running: 'Läuft',
    paused: 'Angehalten',
    interrupted: 'Unterbrochen',
    done: 'Fertig',
    failed: 'Gescheitert',
    cancelled: 'Abgebrochen',
  },
  asked: { pause: '(hält gleich an)', cancel: '(wird abgebrochen)' },
  by: { page: 'von der Seite', cli: 'auf der Befehlszeile' },
  place: (place) => (place === 1 ? 'als Nächstes' : `als Nummer ${count(place)}`),
  trial: 'eine Probe',
  begun: (time) => `begonnen am ${time}`,
  ended: (time) => `beendet am ${time}`,
  progress: (done, total) => `${count(done)} von ${plural(total, 'Titel', 'Titeln')}`,
  interruptedLong:
    'Sein Programm endete ohne ein Wort. Was gesichert ist, bleibt es; Weiter nimmt den Rest auf.',
  resume: 'Weiter',
  result: 'Ergebnis',
  forget: 'Vergessen',
  forgetLong: 'Er verschwindet aus dieser Liste; was er gesichert hat, bleibt.',
  forgotten: 'Der Lauf ist vergessen. Was er gesichert hat, ist noch da.',
  underWay: 'Unterwegs',
  earlier: 'Früher',
}
