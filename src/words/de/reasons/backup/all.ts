import type { BackupReasons } from '../../../../model/reasons/backup/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { lists } from './lists.ts'

interface Chosen {
  readonly day: string
  readonly source: string
  readonly id: string
}

const notFound = ({ source, id }: Chosen, day: string) =>
  `Aufnahme, die am ${day} gewählt wurde, wurde nicht gefunden (${source}: ${id})`

export const backup: Sentences<BackupReasons> = {
  ...lists,
  'backup.entries-unreadable': ({ given }) =>
    `„${given}“ nennt keine Einträge: Gebraucht werden ihre Nummern, etwa 3,17-20.`,
  'backup.nothing-near':
    'In den eigenen Ordnern hat nichts einen ähnlichen Titel und Interpreten. An freien Orten wurde nicht gesucht: Dieser Lauf blieb offline.',
  'backup.nothing-anywhere':
    'Weder in den eigenen Ordnern noch an den befragten freien Orten hat etwas einen ähnlichen Titel und Interpreten.',
  'backup.open-not-asked':
    'In den eigenen Ordnern hat nichts einen ähnlichen Titel und Interpreten. An freien Orten wurde nicht gesucht: Es gab kein Netz.',
  'backup.open-partly-asked': ({ places }, { units }) =>
    `Wo gesucht wurde, hat nichts einen ähnlichen Titel und Interpreten. Keine Antwort kam von ${units.list(places)}.`,
  'backup.partly-asked-too': ({ reason, places }, { say, units }) =>
    `${say(reason)} Keine Antwort kam von ${units.list(places)}: Dort könnte es liegen.`,
  'backup.network-none':
    'Kein Netz: Dieser Lauf sucht nur in den eigenen Ordnern. Der nächste mit Netz sucht wieder an freien Orten.',
  'backup.network-lost':
    'Das Netz ist weg: Bis es wieder da ist, sucht dieser Lauf nur in den eigenen Ordnern. Der nächste Lauf sucht wieder an freien Orten.',
  'backup.network-back':
    'Eine Weile gab es kein Netz. Was inzwischen nicht an freien Orten gesucht wurde, sucht der nächste Lauf.',
  'backup.same-recording': 'dieselbe Aufnahme wie bei einem anderen Eintrag',
  'backup.files-conflict': ({ left, right }) =>
    `Zwei eigene Dateien passen gleich gut und klingen verschieden (${left} und ${right}): Eine kann live sein oder eine Coverversion. Auf der Seite anhören und wählen oder in den Tags vermerken.`,
  'backup.no-file': ({ source }) => `${source} hat keine Datei davon`,
  'backup.file-broken': ({ id, reason }, { say }) => `${id}: ${say(reason)}`,
  'backup.all-files-broken': ({ files }, { say }) => files.map(say).join('; '),
  'backup.fingerprint-unchecked':
    'Wem die Aufnahme dem Klang nach gehört, konnte nicht gefragt werden.',
  'backup.kept-in-doubt': ({ path }) =>
    `Die Aufnahme wurde früher gesichert (${path}) und ist seither zweifelhaft: Die Datei bleibt und wird nicht geteilt.`,
  'backup.kept-unchecked': ({ by, reason }, { say }) =>
    `${by} konnte nicht gefragt werden, wem die Aufnahme gehört, und wurde es früher auch nicht: ${say(reason)} Der nächste Lauf fragt wieder.`,
  'backup.fingerprint-mismatch': 'Der Fingerabdruck gehört zu einer anderen Aufnahme.',
  'backup.album-gain-not-written': ({ reason }, { say }) =>
    `die Lautheit des Albums steht nicht in den Tags: ${say(reason)}`,
  'backup.name-from-tags': 'Die Playlist nennt nur eine Datei; die Namen stammen aus deren Tags.',
  'backup.names-turned':
    'Die Liste nennt den Titel zuerst: So wurde er gefunden, andersherum nicht.',
  'backup.name-from-earlier': ({ at }, { units }) =>
    `Diese Zeile nennt keinen Titel mehr; die Sicherung vom ${units.day(at)} kannte ihn noch.`,
  'backup.none-chosen': ({ day, keptPath }, { units }) =>
    [
      `Am ${units.day(day)} wurde entschieden, dass nichts von dem Gefundenen der Titel ist.`,
      keptPath === undefined ? '' : `Was vorher dafür gesichert wurde, liegt noch in ${keptPath}.`,
      'Wird die Entscheidung zurückgenommen, wird wieder danach gesucht.',
    ]
      .filter(Boolean)
      .join(' '),
  'backup.chosen': ({ day }, { units }) => `selbst gewählt am ${units.day(day)}`,
  'backup.licence-confirmed': ({ day }, { units }) =>
    `Am ${units.day(day)} wurde nachgesehen und entschieden, dass die Lizenz gilt.`,
  'backup.chosen-not-found': (chosen, { units }) =>
    `die ${notFound(chosen, units.day(chosen.day))}`,
  'backup.chosen-was-not-found': (chosen, { units }) =>
    `Die ${notFound(chosen, units.day(chosen.day))}.`,
  'backup.and-chosen-not-found': ({ reason, ...chosen }, { say, units }) =>
    `${say(reason)} Die ${notFound(chosen, units.day(chosen.day))}.`,
  'backup.prune-unreadable-report': ({ folder }) =>
    `Die Playlist im Ordner ${folder} hat keinen lesbaren Bericht, also sind ihre Titel nicht bekannt. Sie noch einmal bis zum Ende sichern und dann aufräumen, oder den Ordner entfernen.`,
  'backup.prune-run-stopped': 'Der Lauf wurde vor seinem Ende angehalten.',
  'backup.prune-backup-stopped': ({ playlist }) =>
    `Die Sicherung von ${playlist} wurde vor ihrem Ende angehalten.`,
  'backup.prune-no-tracks': ({ playlist }) =>
    `${playlist} nennt keinen einzigen Titel mehr; das kann ein Fehler in der Eingabe sein.`,
  'backup.prune-partial': ({ playlist }) =>
    `${playlist} wurde nur zum Teil gelesen: Was fehlt, kann noch darin stehen.`,
}
