import type { packages as English } from '../en/packages.ts'
import { units } from './units.ts'

const { bytes, count } = units

/** Was über Pakete gesagt wird. */
export const packages: typeof English = {
  titles: {
    bagit: 'eine BagIt-Tasche (RFC 8493), wie Bibliotheken sie austauschen',
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
  packed: (path, files, size) =>
    `${path}: ${count(files)} ${files === 1 ? 'Datei' : 'Dateien'}, ${bytes(size)}`,
}
