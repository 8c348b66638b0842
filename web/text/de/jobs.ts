import type { jobs as English } from '../en/jobs.ts'
import { format, plural } from './format.ts'

const { count } = format

export const jobs: typeof English = {
  title: 'Läufe',
  lead: 'Alles, was gesichert oder geprüft wurde, von dieser Seite oder von der Befehlszeile aus.',
  none: 'Noch ist nichts gelaufen.',
  toStart: 'Eine Playlist sichern',
  andMore: (more) => ` und ${count(more)} weitere`,
  untitled: 'Eine neue Sicherung',
  verify: (archive) => `Prüfung von ${archive}`,
  repair: (archive) => `Reparatur von ${archive}`,
  states: {
    queued: 'Wartet',
    running: 'Läuft',
    resting: 'Ruht',
    paused: 'Angehalten',
    interrupted: 'Unterbrochen',
    done: 'Fertig',
    failed: 'Gescheitert',
    cancelled: 'Abgebrochen',
  },
  asked: { pause: '(hält gleich an)', cancel: '(wird abgebrochen)' },
  by: { page: 'von der Seite aus', cli: 'von der Befehlszeile aus' },
  place: (place) => (place === 1 ? 'als Nächstes' : `als Nummer ${count(place)}`),
  forAccount: (name) => `für ${name}`,
  noWorker: 'kein Arbeiter läuft',
  until: (time) => `bis zum ${time}`,
  trial: 'Probelauf',
  begun: (time) => `begonnen am ${time}`,
  ended: (time) => `beendet am ${time}`,
  progress: (done, total) => `${count(done)} von ${plural(total, 'Titel', 'Titeln')}`,
  interruptedLong:
    'Das Programm wurde unerwartet beendet. Was gesichert ist, bleibt gesichert; „Weiter“ erledigt den Rest.',
  resume: 'Weiter',
  result: 'Ergebnis',
  forget: 'Aus der Liste nehmen',
  forgetLong: 'Nur der Eintrag in dieser Liste verschwindet; was der Lauf gesichert hat, bleibt.',
  forgotten: 'Der Lauf steht nicht mehr in der Liste. Was er gesichert hat, ist noch da.',
  underWay: 'In Arbeit',
  earlier: 'Früher',
}
