/** Texts of a playlist's folder. */
const OWN_TEXTS = new Set(['playlist.m3u8', 'report.html', 'report.json', 'history.jsonl'])

/** Records and folders of the archive's root. */
const OWN_ROOT = new Set([
  'inventory.jsonl',
  'lists.jsonl',
  'decisions.jsonl',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'README-songkeep.txt',
  'fixity.jsonl',
  'copies.jsonl',
  'parity',
  '.songkeep',
])

/** One of the archive's own names, which no line of the inventory names. `folder` is `''` for the root. */
export const isOwnName = (folder: string, name: string): boolean =>
  (folder === '' ? OWN_ROOT : OWN_TEXTS).has(name)
