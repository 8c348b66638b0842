import { findReadme, README } from '../readme/readme.ts'

/** Texts of a playlist's folder. */
const OWN_TEXTS = new Set(['playlist.m3u8', 'report.html', 'report.json', 'history.jsonl'])

/** Records and folders of the archive's root. */
const OWN_ROOT = new Set([
  'inventory.jsonl',
  'lists.jsonl',
  'decisions.jsonl',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'fixity.jsonl',
  'copies.jsonl',
  // Of an archive that is another's copy.
  'mirror.json',
  'parity',
  '.songkeep',
])

/** One of the archive's own names, which no line of the inventory has. `folder` is `''` for the root. */
export async function isOwnName(root: string, folder: string, name: string): Promise<boolean> {
  if (folder !== '') return OWN_TEXTS.has(name)
  // Somebody's own text may be called so.
  return OWN_ROOT.has(name) || (name === README && (await findReadme({ root })) === 'ours')
}
