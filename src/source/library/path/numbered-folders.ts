import { sep } from 'node:path'
import { startOfName } from './read-file-name.ts'

/** So many of a folder's files must begin with a number. */
const MIN_PART = 0.7

/** The folders in which nearly all files begin with a number, each with another: there it counts tracks. */
export function findNumberedFolders(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Map<string, { files: number; readonly starts: Set<string> }>()
  for (const path of paths) {
    const end = path.lastIndexOf(sep)
    const folder = path.slice(0, end)
    const seen = folders.get(folder) ?? { files: 0, starts: new Set() }
    folders.set(folder, seen)
    seen.files++
    const start = startOfName(path.slice(end + 1))
    if (start !== undefined) seen.starts.add(start)
  }
  const numbered = new Set<string>()
  for (const [folder, { files, starts }] of folders)
    if (files > 1 && starts.size >= files * MIN_PART) numbered.add(folder)
  return numbered
}
