import type { copies as English } from '../en/copies.ts'
import { format, plural } from './format.ts'

const { count, day } = format

export const copies: typeof English = {
  title: 'Kopien anderswo',
  none: 'Es gibt anderswo keine Kopie davon. Eine auf einer anderen Festplatte ersetzt, was diese verliert:',
  seen: (at, files) =>
    `gesehen am ${day(at)} mit ${plural(files, 'heilen Datei', 'heilen Dateien')}, Verzeichnisse und Parität mitgezählt`,
  harmed: (missing, damaged) => `dort ${count(missing)} fort, ${count(damaged)} beschädigt`,
  filesWith: (files, copies) =>
    `${plural(files, 'Datei', 'Dateien')} ${copies === 0 ? 'ohne Kopie' : `mit ${plural(copies, 'Kopie', 'Kopien')}`}`,
  fewest: 'Die Dateien mit den wenigsten Kopien',
  noCopy: 'Keine Kopie',
  seenWhole: (at) => `heil gesehen am ${day(at)}`,
  more: (files) =>
    `und ${plural(files, 'weitere Datei', 'weitere Dateien')} mit ebenso vielen Kopien oder mehr.`,
}
