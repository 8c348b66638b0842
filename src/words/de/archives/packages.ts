import type { packages as English } from '../../en/archives/packages.ts'
import { units } from '../units.ts'

const { bytes, count } = units

/** Was über Pakete gesagt wird. */
export const packages: typeof English = {
  checking: (done, total) => `${bytes(done)} von ${bytes(total)} geprüft`,
  fault: (path, why) => (path === '' ? why : `${path}: ${why}`),
  warning: (told) => `Warnung: ${told}`,
  kinds: {
    bag: 'BagIt-Tasche',
    object: 'OCFL-Objekt',
    root: 'OCFL-Speicherort',
    crate: 'RO-Crate',
    torrent: 'Torrent mit seinen Dateien',
  },
  valid: (kind, warnings) =>
    `Gültig: ${kind}${warnings === 0 ? '' : `, mit ${count(warnings)} ${warnings === 1 ? 'Warnung' : 'Warnungen'}`}.`,
  invalid: (kind, errors) => `Nicht gültig: ${kind}, ${count(errors)} Fehler.`,
  titles: {
    bagit: 'eine BagIt-Tasche (RFC 8493), wie Bibliotheken sie austauschen',
    ocfl: 'ein OCFL-Speicherort (1.1); noch einmal dorthin gepackt, entsteht eine weitere Version',
    'ro-crate': 'ein RO-Crate (1.2): die Dateien mit einer Beschreibung in JSON-LD und HTML',
    torrent: 'Torrents von dem, was an andere weitergegeben werden darf, und von nichts sonst',
    metadata: 'Ausgaben seiner Metadaten, oder derer eines Katalogs: Parquet und JSON-Zeilen',
  },
  progress: (done, total, unit) =>
    unit === 'rows'
      ? `${count(done)} von ${count(total)} Zeilen`
      : `${bytes(done)} von ${bytes(total)}`,
  leftOut: (path, why) => `Weggelassen: ${path}: ${why}`,
  withheld: (files, why) =>
    `${count(files)} ${files === 1 ? 'Aufnahme bleibt' : 'Aufnahmen bleiben'} hier: ${why}`,
  unchanged: (path) => `${path}: nichts Neues`,
  packed: (path, files, size) =>
    `${path}: ${count(files)} ${files === 1 ? 'Datei' : 'Dateien'}, ${bytes(size)}`,
}
