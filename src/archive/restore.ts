import { link } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { codeOf, moveInto, syncFolder } from '../base/file.ts'
import { look } from '../base/inside.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import { isWhole, makeRoom, newReplacedFolder, setAside } from './files/inside.ts'
import type { ArchivePaths } from './files/paths.ts'
import type { Inventory } from './inventory/inventory.ts'

/**
 * Puts the bytes that were kept back in their place. What lies there is set aside first, and stays under its name until
 * the rename, so that a kill between the two leaves what parity can still mend. False, and nothing is done, where the
 * copy is not exactly what was kept, or where the file in its place is.
 */
export async function restoreFile(
  file: ArchivedFile,
  temporary: string,
  inventory: Inventory,
  paths: ArchivePaths,
): Promise<boolean> {
  const now = inventory.at(file.path)
  if (now?.path !== file.path || now.sha256 !== file.sha256) return false
  if (!(await isWhole(temporary, file, paths.signal))) return false
  const path = await makeRoom(paths.root, file.path)
  if (await isWhole(path, file, paths.signal)) return false
  const found = await look(path)
  if (found) await keepReplaced(path, found.isFile(), paths.state)
  await moveInto(temporary, path)
  return true
}

async function keepReplaced(path: string, isFile: boolean, state: string) {
  if (!isFile) return await setAside(path, state)
  const folder = await newReplacedFolder(state)
  try {
    await link(path, join(folder, basename(path)))
    await syncFolder(folder)
  } catch (error) {
    // A file system without hard links: the file itself is moved.
    if (codeOf(error) === undefined) throw error
    await setAside(path, state)
  }
}
