import { rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { moveInto } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Pruned } from '../../model/progress.ts'
import { UserError } from '../../words/user-error.ts'
import { isWhole, locate, makeFolder, makeRoom } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { writeIndexFiles } from '../inventory/index-files.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { closePruning, findUnfinished, type Pruning, writePruneIntent } from './trash.ts'

type State = 'whole' | 'missing' | 'changed'

/**
 * Moves archived files to the trash and withdraws their lines. A file is in its place and has its line, or
 * it lies in the trash, whenever the run is killed: the next opening of the archive goes on. A file
 * that is not as it was kept is somebody's own by now, and is left where it is.
 */
export async function prune(
  unwanted: readonly ArchivedFile[],
  inventory: Inventory,
  paths: ArchivePaths,
): Promise<Pruned> {
  const sorted = await sortOut(unwanted, paths)
  const lines = [...sorted.whole, ...sorted.missing]
  if (lines.length === 0) return tell(sorted)
  const pruning = await writePruneIntent(lines, paths)
  await finish(pruning, inventory, paths)
  return { ...tell(sorted), trash: sorted.whole.length > 0 ? pruning.path : undefined }
}

/** What pruning would do. */
export async function planPruning(
  unwanted: readonly ArchivedFile[],
  paths: ArchivePaths,
): Promise<Pruned> {
  return tell(await sortOut(unwanted, paths))
}

/** Finishes the prunings that a killed run had begun. */
export async function finishPruning(inventory: Inventory, paths: ArchivePaths) {
  for (const pruning of await findUnfinished(paths)) await finish(pruning, inventory, paths)
}

/** For looking only: the lines of files that have gone to the trash already do not count. */
export async function overlookPruned(inventory: Inventory, paths: ArchivePaths) {
  for (const { lines } of await findUnfinished(paths))
    for (const file of lines)
      if (isStill(file, inventory) && !(await isThere(file, paths))) withdraw(file, inventory)
}

async function finish(pruning: Pruning, inventory: Inventory, paths: ArchivePaths) {
  await makeFolder(pruning.folder)
  for (const file of pruning.lines) {
    if (!isStill(file, inventory)) continue
    const state = await stateOf(file, paths)
    if (state === 'changed') continue
    if (state === 'whole')
      await moveInto(join(paths.root, file.path), await makeRoom(pruning.folder, file.path))
    withdraw(file, inventory)
  }
  await writeIndexFiles(inventory, paths)
  await closePruning(pruning)
  for (const { path } of pruning.lines) await removeEmptyFolders(path, paths)
}

/** Whether the file's line counts as it was; made anew in the meantime, it is another file. */
export const isStill = (file: ArchivedFile, inventory: Inventory) => {
  const now = inventory.at(file.path)
  return now?.path === file.path && now.sha256 === file.sha256 && now.keptAt === file.keptAt
}

function withdraw(file: ArchivedFile, inventory: Inventory) {
  const now = inventory.at(file.path)
  if (now) inventory.remove(now)
}

async function isThere({ path }: ArchivedFile, { root }: ArchivePaths): Promise<boolean> {
  const place = await locate(root, path).catch(() => join(root, path))
  return place !== undefined && (await look(place)) !== undefined
}

async function sortOut(files: readonly ArchivedFile[], paths: ArchivePaths) {
  const sorted: Record<State, ArchivedFile[]> = { whole: [], missing: [], changed: [] }
  for (const one of files) {
    paths.signal?.throwIfAborted()
    sorted[await stateOf(one, paths)].push(one)
  }
  return sorted
}

async function stateOf(file: ArchivedFile, { root }: ArchivePaths): Promise<State> {
  try {
    const path = await locate(root, file.path)
    if (!path || !(await look(path))) return 'missing'
    return (await isWhole(path, file)) ? 'whole' : 'changed'
  } catch (error) {
    // A link on the way: whatever lies behind it is not ours.
    if (error instanceof UserError) return 'changed'
    throw error
  }
}

const tell = ({ whole, missing, changed }: Awaited<ReturnType<typeof sortOut>>): Pruned => ({
  moved: whole.map(({ path }) => path),
  bytes: whole.reduce((sum, { bytes }) => sum + bytes, 0),
  missing: missing.map(({ path }) => path),
  changed: changed.map(({ path }) => path),
})

/** Folders that the file was the last in. */
export async function removeEmptyFolders(path: string, { root }: ArchivePaths) {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const place = await locate(root, folder).catch(() => undefined)
    if (!place) continue
    try {
      await rmdir(place)
    } catch {
      return
    }
  }
}
