import type { mirror as English } from '../../en/archives/mirror.ts'
import { units } from '../units.ts'

const filesOf = (count: number) => `${units.count(count)} ${count === 1 ? 'Datei' : 'Dateien'}`

export const mirror: typeof English = {
  plan: (target, copies, bytes, same) =>
    `${target}: ${filesOf(copies)} zu kopieren (${units.bytes(bytes)}), schon da: ${filesOf(same)}`,
  foreign: (count) => `  ausgelassen, nicht von Songkeep: ${filesOf(count)}`,
  trashed: (count) => `  in den Papierkorb der Kopie: ${filesOf(count)}`,
  fault: (path, why) => `  ${path}: ${why}`,
  dryRun: 'Nichts wurde geändert.',
  mirrored: ({ target, files, copied, copiedBytes }) =>
    `${target} hat ${filesOf(files)}, jetzt kopiert: ${units.count(copied)} (${units.bytes(copiedBytes)}).`,
  checked: ({ target, seen }) => `${target}: ${filesOf(seen)} gelesen und heil.`,
  harmed: ({ missing, damaged }) =>
    `  es fehlen ${units.count(missing)}, beschädigt oder verdeckt sind ${units.count(damaged)}`,
}
