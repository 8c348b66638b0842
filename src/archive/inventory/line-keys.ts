import { posix } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { pathKey } from '../naming/clean.ts'
import { trackFacts } from './same-track.ts'

/** The name of a file without its ending: no two archived files share one, whatever their format. */
export const stemOf = (path: string) => path.replace(/\.[^./]*$/, '')
export const stemKey = (path: string) => pathKey(stemOf(path))

/** What files are found by, beside the facts of their tracks; each kind of key begins in a way of its own. */
export const stemFact = (path: string) => `stem ${stemKey(path)}`
export const folderFact = (folder: string) => `folder ${folder}`
export const recordingFact = (source: string, id: string) =>
  JSON.stringify(['recording', source, id])

/** What an archived file can be found by, but for its stem. */
export const factsOf = (file: ArchivedFile): string[] => [
  folderFact(posix.dirname(file.path)),
  recordingFact(file.chosen.source, file.chosen.id),
  ...trackFacts(file.track),
]

/** The stem and at most five facts. */
export const KEYS_A_LINE = 6

/** The stem's hash first; 0 where there is no such fact. */
export function hashKeys(file: ArchivedFile): readonly number[] {
  const hashes = [stemFact(file.path), ...factsOf(file)].map(hashKey)
  return [...hashes, 0, 0].slice(0, KEYS_A_LINE)
}

/** FNV-1a (RFC 9923) in 32 bits, over UTF-16 units; never 0. Keys that share a hash are told apart by their lines. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0 || 1
}
