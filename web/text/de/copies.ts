import type { copies as English } from '../en/copies.ts'
import { format, plural } from './format.ts'

const { count, day } = format

export const copies: typeof English = {
  title: 'Kopien anderswo',
  none: 'Es gibt sonst nirgends eine Kopie. Wenn diese Festplatte kaputtgeht, rettet eine Kopie auf einer anderen die Musik:',
  seen: (at, files) =>
    `geprüft am ${day(at)}: ${plural(files, 'Datei', 'Dateien')} unbeschädigt, mit Verzeichnissen und Parität`,
  harmed: (missing, damaged) => `dort fehlen ${count(missing)}, ${count(damaged)} beschädigt`,
  filesWith: (files, copies) =>
    `${plural(files, 'Datei', 'Dateien')} ${copies === 0 ? 'ohne Kopie' : `mit ${plural(copies, 'Kopie', 'Kopien')}`}`,
  fewest: 'Dateien mit den wenigsten Kopien',
  noCopy: 'Keine Kopie',
  seenWhole: (at) => `unbeschädigt am ${day(at)}`,
  more: (files) =>
    `und ${plural(files, 'weitere Datei', 'weitere Dateien')} mit ebenso vielen Kopien oder mehr.`,
}
