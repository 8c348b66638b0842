import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { makeFolder } from '../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import { writeInventoryLine } from '../inventory/inventory-line.ts'
import { readInventoryLines } from '../inventory/read-lines.ts'

/** One pruning: the files lie in its folder under their old paths, and its inventory says what they are. */
export interface Pruning {
  /** Absolute. */
  readonly folder: string
  /** Relative to the archive. */
  readonly path: string
  readonly lines: readonly ArchivedFile[]
}

const recordOf = ({ folder }: Pruning) => `${folder}.jsonl`

/**
 * Writes down what is about to go to the trash. A run that is killed after this is continued by the next one. The
 * record is named after the folder until all is done, and is moved into it then.
 */
export async function writePruneIntent(
  lines: readonly ArchivedFile[],
  paths: ArchivePaths,
): Promise<Pruning> {
  const trash = join(paths.state, 'trash')
  await makeFolder(trash)
  const stamp = new Date().toISOString().replaceAll(':', '')
  for (let count = 1; ; count++) {
    const name = count === 1 ? stamp : `${stamp}-${count}`
    const pruning = { folder: join(trash, name), path: `.songkeep/trash/${name}`, lines }
    if ((await look(pruning.folder)) || (await look(recordOf(pruning)))) continue
    await writeAtomic(recordOf(pruning), lines.map(writeInventoryLine), newTemporary(paths))
    return pruning
  }
}

/** Prunings that a run has written down and not finished. */
export async function findUnfinished({ state }: ArchivePaths): Promise<readonly Pruning[]> {
  const trash = join(state, 'trash')
  if (!(await look(trash))?.isDirectory()) return []
  const unfinished: Pruning[] = []
  for (const entry of await readdir(trash, { withFileTypes: true })) {
    const name = /^(\d[\w.-]*)\.jsonl$/.exec(entry.name)?.[1]
    if (name === undefined || !entry.isFile()) continue
    const folder = join(trash, name)
    const lines = await Array.fromAsync(readInventoryLines(`${folder}.jsonl`))
    unfinished.push({ folder, path: `.songkeep/trash/${name}`, lines })
  }
  return unfinished
}

export async function closePruning(pruning: Pruning) {
  await makeFolder(pruning.folder)
  await rename(recordOf(pruning), join(pruning.folder, INVENTORY))
  await syncFolder(pruning.folder)
}
