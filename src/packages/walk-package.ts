import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies in a package, whoever made it. Nothing of it has been opened, and no link followed. */
export interface PackageTree {
  /** Regular files with their sizes, by path relative to the folder, `/` between folders. */
  readonly files: ReadonlyMap<string, number>
  /** All folders, without the one that was walked. */
  readonly folders: ReadonlySet<string>
  /** Folders in which nothing lies. */
  readonly empty: readonly string[]
  /** Links, pipes, devices and sockets. */
  readonly odd: readonly string[]
}

interface Growing {
  readonly files: Map<string, number>
  readonly folders: Set<string>
  readonly empty: string[]
  readonly odd: string[]
}

/** Walks a folder, in the order of the names; no deeper than `depth` folders, where that is said. */
export async function walkPackage(
  root: string,
  signal?: AbortSignal,
  depth = Number.POSITIVE_INFINITY,
): Promise<PackageTree> {
  const tree: Growing = {
    files: new Map(),
    folders: new Set(),
    empty: [],
    odd: [],
  }
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    signal?.throwIfAborted()
    const inner = await readFolder(root, folder, tree)
    if (folder.split('/').length + (folder === '' ? 0 : 1) <= depth)
      waiting.push(...inner.toReversed())
  }
  return tree
}

async function readFolder(root: string, folder: string, tree: Growing): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  if (entries.length === 0 && folder !== '') tree.empty.push(folder)
  const inner: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      tree.folders.add(path)
      inner.push(path)
    } else if (entry.isFile()) {
      tree.files.set(path, (await lstat(join(root, path))).size)
    } else tree.odd.push(path)
  }
  return inner
}

/** The names that lie directly in a folder of the tree. */
export function namesIn(paths: Iterable<string>, folder: string): readonly string[] {
  const start = folder === '' ? '' : `${folder}/`
  return [...paths].flatMap((path) => {
    if (!path.startsWith(start)) return []
    const name = path.slice(start.length)
    return name.includes('/') ? [] : [name]
  })
}
