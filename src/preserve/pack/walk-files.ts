import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface FoundFile {
  /** Relative to the root, `/` between folders. */
  readonly path: string
  readonly bytes: number
  /** False for links, pipes, devices and sockets. */
  readonly isPlain: boolean
}

/** All that is no folder beneath one, in the order of the names; links are not followed, `.songkeep` is left out. */
export async function* walkFiles(
  root: string,
  signal?: AbortSignal,
  folder = '',
): AsyncGenerator<FoundFile> {
  signal?.throwIfAborted()
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (path === '.songkeep') continue
    if (entry.isDirectory()) yield* walkFiles(root, signal, path)
    else
      yield {
        path,
        bytes: (await lstat(join(root, path))).size,
        isPlain: entry.isFile(),
      }
  }
}
