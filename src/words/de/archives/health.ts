import type { health as English } from '../../en/archives/health.ts'

export const health: typeof English = {
  unrecorded: (why) => `Die Prüfung ließ sich nicht in fixity.jsonl aufschreiben: ${why}`,
  making: (list) => `Was verloren ist, wird aus der Liste ${list} neu gemacht …`,
  parityMade: (size) => `Parität neben dem Archiv: ${size}.`,
  whatToDo: (command) => `Zum Zurückholen: ${command}`,
  withCopy: (command) => `Mit einer Kopie des Archivs: ${command}`,
}
