import { posix } from 'node:path'
import { OWN_RECORDS, OWN_TEXTS } from '../../archive/files/own-names.ts'
import { README } from '../../archive/readme/readme.ts'
import type { OwnFile } from '../../packages/package-contents.ts'

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
  if (folder === '.') return OWN_RECORDS.has(name) || name === README ? 'record' : undefined
  if (path.startsWith('parity/') && !folders.lists.has('parity')) return 'parity'
  if (OWN_TEXTS.has(name) && folders.lists.has(folder)) return 'text'
  return COVER.test(name) && folders.kept.has(folder) ? 'cover' : undefined
}
