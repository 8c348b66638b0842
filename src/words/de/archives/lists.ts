import type { RemovalPlan } from '../../../model/lists/removal-plan.ts'
import type { BroughtBack, TrashedLists } from '../../../model/lists/trashed-lists.ts'
import type { listChanges as English } from '../../en/archives/lists.ts'
import { units } from '../units.ts'

const { bytes, count, time } = units

const files = (number: number) => `${count(number)} ${number === 1 ? 'Datei' : 'Dateien'}`
const quoted = (names: readonly string[]) => names.map((name) => `„${name}“`).join(', ')

export const listChanges: typeof English = {
  plan: ({ names, files: number, bytes: size, shared }: RemovalPlan) =>
    `${quoted(names)} käme${names.length === 1 ? '' : 'n'} in den Papierkorb, mit ${files(number)} (${bytes(size)}).${shared > 0 ? ` ${files(shared)} ${shared === 1 ? 'bliebe' : 'blieben'}, weil andere Listen sie brauchen.` : ''}`,
  unread: (folders: readonly string[]) =>
    `Keine Datei geht mit, weil diese Listen nicht lesbar sind und sie brauchen könnten: ${folders.join(', ')}.`,
  removed: ({ id, names, files: number, bytes: size }: TrashedLists) =>
    `${quoted(names)} ${names.length === 1 ? 'liegt' : 'liegen'} im Papierkorb, mit ${files(number)} (${bytes(size)}). Gelöscht ist nichts: songkeep lists restore <Archiv> ${id} holt es zurück.`,
  merged: (added: number, entries: number, { id, names, into = '' }: TrashedLists) =>
    `${quoted(names)} ist mit „${into}“ zusammengelegt: ${added === 1 ? '1 Eintrag war' : `${count(added)} Einträge waren`} neu, jetzt sind es ${count(entries)}. songkeep lists restore <Archiv> ${id} nimmt es zurück.`,
  restored: ({ names, files: number, bytes: size }: BroughtBack) =>
    `${quoted(names)} ${names.length === 1 ? 'ist' : 'sind'} wieder da, mit ${files(number)} (${bytes(size)}).`,
  left: (number: number) =>
    `${files(number)} ${number === 1 ? 'blieb' : 'blieben'} im Papierkorb, weil etwas Neueres an der Stelle liegt:`,
  trashed: ({ id, at, kind, names, into, files: number, bytes: size }: TrashedLists) =>
    `${id}  ${time(at)}  ${kind === 'merged' ? `${quoted(names)}, zusammengelegt mit „${into}“` : `${quoted(names)}, ${files(number)} (${bytes(size)})`}`,
  emptyTrash: 'Im Papierkorb liegt keine Liste.',
  noArchives: 'Noch ist kein Archiv bekannt.',
  forgotten: (dir: string) =>
    `${dir} steht nicht mehr in der Bibliothek. Keine Datei wurde angerührt; das nächste Sichern dorthin zeigt es wieder.`,
}
