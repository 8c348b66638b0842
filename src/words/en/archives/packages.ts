import type { PackageKind } from '../../../model/preserve/packages/package-kinds.ts'
import { units } from '../units.ts'

const { bytes, count } = units

const titles: Readonly<Record<PackageKind, string>> = {
  bagit: 'a BagIt bag (RFC 8493), as libraries exchange them',
  ocfl: 'an OCFL storage root (1.1); packed there again, it becomes a further version',
  'ro-crate': 'an RO-Crate (1.2): the files with a description in JSON-LD and HTML',
  torrent: 'torrents of what may be given to others, and of nothing else',
  metadata: 'releases of its metadata, or of a catalogue’s: Parquet and JSON lines',
}

/** What is said of packages. */
export const packages = {
  checking: (done: number, total: number) => `Checking ${bytes(done)} of ${bytes(total)}`,
  fault: (path: string, why: string) => (path === '' ? why : `${path}: ${why}`),
  warning: (told: string) => `Warning: ${told}`,
  kinds: {
    bag: 'BagIt bag',
    object: 'OCFL object',
    root: 'OCFL storage root',
    crate: 'RO-Crate',
    torrent: 'torrent with its files',
  },
  valid: (kind: string, warnings: number) =>
    `A valid ${kind}${warnings === 0 ? '' : `, with ${count(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}`}.`,
  invalid: (kind: string, errors: number) =>
    `No valid ${kind}: ${count(errors)} ${errors === 1 ? 'error' : 'errors'}.`,
  titles,
  progress: (done: number, total: number, unit?: 'rows') =>
    unit === 'rows'
      ? `${count(done)} of ${count(total)} rows`
      : `${bytes(done)} of ${bytes(total)}`,
  leftOut: (path: string, why: string) => `Left out: ${path}: ${why}`,
  withheld: (files: number, why: string) =>
    `${count(files)} ${files === 1 ? 'recording stays' : 'recordings stay'} at home: ${why}`,
  unchanged: (path: string) => `${path}: nothing new`,
  packed: (path: string, files: number, size: number) =>
    `${path}: ${count(files)} ${files === 1 ? 'file' : 'files'}, ${bytes(size)}`,
}
