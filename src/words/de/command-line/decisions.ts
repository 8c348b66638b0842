import type { decisions as English } from '../../en/command-line/decisions.ts'
import { units } from '../units.ts'

const { count } = units

const counted = (number: number) => `${count(number)} Entscheidung${number === 1 ? '' : 'en'}`

export const decisions: typeof English = {
  summary: 'auflisten, was über Titel entschieden ist, oder es übernehmen',
  description:
    'Listet auf, was über die Titel eines Archivs entschieden ist: welche Aufnahme es ist oder dass keine es ist, und wie sie gefunden wurde. Jede Sicherung geht danach.',
  archive: 'der Ordner, der bei --into angegeben war',
  json: 'eine Entscheidung je Zeile ausgeben, vollständig, für Programme',
  csv: 'eine Tabelle ausgeben',
  from: 'übernehmen, was in einem anderen Archiv entschieden ist; von zwei Entscheidungen über einen Titel bleibt die neuere',
  none: 'Hier ist nichts entschieden.',
  noneOfThem: 'nichts von dem, was gefunden wurde',
  taken: ({ taken, left, withoutFile }) =>
    [
      `${counted(taken)} übernommen.`,
      ...(left > 0 ? [`${counted(left)} nicht: Was hier entschieden ist, ist ebenso neu.`] : []),
      ...(withoutFile > 0
        ? [`Bei ${counted(withoutFile)} fehlt die Datei: bitte noch einmal angeben.`]
        : []),
    ].join(' '),
}
