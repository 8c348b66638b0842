import { posix } from 'node:path'
import { DECISIONS } from '../../archive/decisions/decisions.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { MANIFEST } from '../../archive/inventory/manifest.ts'
import { LISTS } from '../../archive/lists/lists.ts'
import type { OwnFile } from '../../packages/package-contents.ts'

/** What the archive itself writes at its top. */
const RECORDS = new Set([
  INVENTORY,
  LISTS,
  DECISIONS,
  MANIFEST,
  'manifest-sha512.txt',
  'README-songkeep.txt',
  'fixity.jsonl',
  'copies.jsonl',
])

/** What it writes into a list's folder. */
const TEXTS = new Set(['playlist.m3u8', 'report.html', 'report.json', 'history.jsonl'])

const COVER = /^cover\.(?:jpg|png)$/

/** Folders, relative to the archive. */
export interface OwnFolders {
  /** Those of its lists. */
  readonly lists: ReadonlySet<string>
  /** Those in which recordings are kept. */
  readonly kept: ReadonlySet<string>
}

/** What a file is that no line of the inventory names; undefined for one that is not the archive's. */
export function kindOfOwn(path: string, folders: OwnFolders): OwnFile['kind'] | undefined {
  const folder = posix.dirname(path)
  const name = posix.basename(path)
  if (folder === '.') return RECORDS.has(name) ? 'record' : undefined
  if (path.startsWith('parity/') && !folders.lists.has('parity')) return 'parity'
  if (TEXTS.has(name) && folders.lists.has(folder)) return 'text'
  return COVER.test(name) && folders.kept.has(folder) ? 'cover' : undefined
}
