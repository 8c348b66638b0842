import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isOwnName } from '../../archive/files/own-names.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'

/** Every name in an archive but those of its own records and texts, in their order; no link is followed. */
export async function* walkNames(root: string, folder = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (await isOwnName(root, folder, entry.name)) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* walkNames(root, path)
    else yield path
  }
}

export interface Unread {
  /** Names that the inventory does not have. */
  readonly unknown: readonly string[]
  /** Archived files that are not due, and that nothing has the name of. */
  readonly absent: readonly ArchivedFile[]
}

/** What the names alone tell, whatever part of the files is read. */
export async function findUnread(
  root: string,
  all: readonly ArchivedFile[],
  due: readonly ArchivedFile[],
): Promise<Unread> {
  const names = new Set<string>()
  // Where a file system decomposes names, a kept path differs from its file's name in nothing else.
  for await (const path of walkNames(root)) names.add(path)
  const known = new Set(all.map(({ path }) => path))
  const composed = new Set([...names].map((path) => path.normalize('NFC')))
  const read = new Set(due)
  return {
    unknown: [...names].filter((path) => !known.has(path) && !known.has(path.normalize('NFC'))),
    absent: all.filter((file) => !read.has(file) && !composed.has(file.path)),
  }
}
