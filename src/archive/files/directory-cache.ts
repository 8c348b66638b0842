import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../base/file.ts'
import { stemKey } from '../inventory/line-keys.ts'
import { pathKey } from '../naming/clean.ts'

type Kind = 'folder' | 'file' | 'link'

interface CachedEntry {
  readonly name: string
  readonly kind: Kind
}

/**
 * What lies in the archive's folders, looked at once in a run, names compared as the least careful
 * file system does. Synchronous: names are given in the playlist's order, between two turns of work.
 */
export class DirectoryCache {
  readonly #root: string
  readonly #folders = new Map<string, Map<string, CachedEntry>>()

  constructor(root: string) {
    this.#root = root
  }

  /** What has this name, or one that might be taken for it. */
  find(folder: string, name: string): CachedEntry | undefined {
    return this.#list(folder).get(pathKey(name))
  }

  /** True when a file of any ending has this stem already, or something has it as its whole name. */
  isTaken(folder: string, stem: string): boolean {
    const items = this.#list(folder)
    const key = pathKey(stem)
    return items.has(key) || items.has(`${key}.`)
  }

  isEmpty(folder: string): boolean {
    return this.#list(folder).size === 0
  }

  /** Notes a folder that is going to be made. */
  add(folder: string, name: string) {
    this.#list(folder).set(pathKey(name), { name, kind: 'folder' })
  }

  #list(folder: string): Map<string, CachedEntry> {
    const known = this.#folders.get(pathKey(folder))
    if (known) return known
    const items = new Map<string, CachedEntry>()
    for (const item of readFolder(join(this.#root, ...folder.split('/')))) {
      items.set(pathKey(item.name), item)
      // A stem's key ends in a dot, as no whole name of ours does.
      if (item.kind !== 'folder') items.set(`${stemKey(item.name)}.`, item)
    }
    this.#folders.set(pathKey(folder), items)
    return items
  }
}

function readFolder(path: string): CachedEntry[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map(
        (entry) =>
          ({
            name: entry.name,
            kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file',
          }) as const,
      )
      .toSorted((a, b) => (a.name < b.name ? 1 : -1))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
