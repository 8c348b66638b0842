import { findReadme, README } from '../readme/readme.ts'

/** Texts of a playlist's folder. */
export const OWN_TEXTS: ReadonlySet<string> = new Set([
  'playlist.m3u8',
  'report.html',
  'report.json',
  'history.jsonl',
])

/** What an archive writes at its top, but for its README: somebody's own text may be called so. */
export const OWN_RECORDS: ReadonlySet<string> = new Set([
  'inventory.jsonl',
  'lists.jsonl',
  'decisions.jsonl',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'fixity.jsonl',
  'copies.jsonl',
])

/** Beside them: the mark of an archive that is another's copy, and folders. */
const OWN_ROOT = new Set([...OWN_RECORDS, 'mirror.json', 'parity', '.songkeep'])

/** One of the archive's own names, which no line of the inventory has. `folder` is `''` for the root. */
export async function isOwnName(root: string, folder: string, name: string): Promise<boolean> {
  if (folder !== '') return OWN_TEXTS.has(name)
  return OWN_ROOT.has(name) || (name === README && (await findReadme({ root })) === 'ours')
}
