import { lstat, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { STATE_FOLDER } from '../../../archive/files/paths.ts'

/** How many bytes the archives in and below these folders have; no link is followed. Folders that are gone have none. */
export async function measureArchives(folders: readonly string[]): Promise<number> {
  const apart = folders.filter(
    (folder, at) =>
      !folders.some((other, index) => index !== at && isBelow(folder, other, index < at)),
  )
  let sum = 0
  for (const folder of apart) sum += await measure(folder, false)
  return sum
}

async function measure(folder: string, isInArchive: boolean): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const isKept = isInArchive || entries.some(({ name }) => name === STATE_FOLDER)
  let sum = 0
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) sum += await measure(path, isKept)
    else if (isKept && entry.isFile()) sum += (await lstat(path).catch(() => undefined))?.size ?? 0
  }
  return sum
}

/** Of two that are the same, the latter counts as below the former. */
function isBelow(path: string, folder: string, isLater: boolean): boolean {
  const way = relative(folder, path)
  return way === '' ? isLater : !way.startsWith('..')
}
