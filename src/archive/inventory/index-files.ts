import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { findReadme, writeReadme } from '../readme/readme.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { addLines } from './line-index.ts'
import { writeLineIndex } from './line-index-file.ts'
import { Manifests } from './manifest-files.ts'
import { SealedInventory } from './sealed.ts'
import { addToSpare, writeSpare } from './spare.ts'
import type { Settled } from './unsettled.ts'

/**
 * Brings the index files up to the inventory: its spare copy, the manifests and the README; and notes the checkpoint. Where
 * few lines have come since all were sorted, they are added to each file; otherwise all is written anew and sorted. Does
 * nothing where nothing has changed.
 */
export async function writeIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  const { unsettled } = inventory
  if (!unsettled.hasChanges) return
  const settled = unsettled.settledFor(inventory.size)
  unsettled.begin()
  if (settled) await addToIndexFiles(inventory, settled, paths)
  else await rewriteIndexFiles(inventory, paths)
}

/** The checkpoint comes last: a run that is killed before it has everything written anew by the next one. */
async function addToIndexFiles(inventory: Inventory, settled: Settled, paths: ArchivePaths) {
  const { sealed } = settled
  const before = sealed.bytes
  await inventory.writeRemembered()
  const added = await sealed.extend()
  const manifests = new Manifests(inventory, paths)
  if (inventory.unsettled.replaces) await manifests.rewrite()
  else await manifests.add(inventory.unsettled.added)
  await addToSpare(added, before, paths)
  await writeReadme(paths)
  await writeCheckpoint(paths.state, sealed, newTemporary(paths))
  const index = settled.index && addLines(added, settled.index)
  inventory.unsettled.finish({ sealed, index }, false)
  await saveLineIndex(inventory, { sealed, index }, paths)
}

async function rewriteIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  const place = join(paths.root, INVENTORY)
  if (inventory.size === 0 && !(await look(place)))
    return await writeCheckpoint(paths.state, { bytes: 0 }, newTemporary(paths))
  const index = await inventory.rewrite(newTemporary(paths))
  // Before the copy: at any moment the manifests say what the inventory does, or what its copy does.
  await writeDerivedFiles(inventory, paths)
  await writeSpare(paths)
  const sealed = await SealedInventory.read(place)
  await writeCheckpoint(paths.state, sealed, newTemporary(paths))
  inventory.unsettled.finish({ sealed, index }, true)
  await saveLineIndex(inventory, { sealed, index }, paths)
}

/** So that the next opening need not read all lines; where one could not be read, it shall, and tell of it. */
export async function saveLineIndex(
  inventory: Inventory,
  { sealed, index }: Settled,
  paths: ArchivePaths,
): Promise<void> {
  if (inventory.unreadable.length > 0) return
  const manifests = new Manifests(inventory, paths).sizes
  const { loose } = inventory.unsettled
  if (index && manifests) await writeLineIndex({ index, manifests, loose }, sealed, paths)
}

/** What follows from the inventory, and lies open beside it. Files that say the same already are left as they are. */
export async function writeDerivedFiles(inventory: Inventory, paths: ArchivePaths) {
  await new Manifests(inventory, paths).rewrite()
  await writeReadme(paths)
}

/** Where an archive is as a checkpoint left it, its index files need not be written again before something changes. */
export async function areIndexFilesThere(
  inventory: Inventory,
  paths: ArchivePaths,
): Promise<boolean> {
  if ((await findReadme(paths)) === 'absent') return false
  return await new Manifests(inventory, paths).areThere()
}
