import type { PackageKind } from '../../model/packages/package-kinds.ts'
import { units } from './units.ts'

const { bytes, count } = units

const titles: Readonly<Record<PackageKind, string>> = {
  bagit: 'a BagIt bag (RFC 8493), as libraries exchange them',
  torrent: 'torrents of what may be given to others, and of nothing else',
  metadata: 'releases of its metadata, or of a catalogue’s: Parquet and JSON lines',
}

/** What is said of packages. */
export const packages = {
  titles,
  progress: (done: number, total: number, unit?: 'rows') =>
    unit === 'rows'
      ? `${count(done)} of ${count(total)} rows`
      : `${bytes(done)} of ${bytes(total)}`,
  leftOut: (path: string, why: string) => `Left out: ${path}: ${why}`,
  withheld: (files: number, why: string) =>
    `${count(files)} ${files === 1 ? 'recording stays' : 'recordings stay'} at home: ${why}`,
  packed: (path: string, files: number, size: number) =>
    `${path}: ${count(files)} ${files === 1 ? 'file' : 'files'}, ${bytes(size)}`,
}
