import { join } from 'node:path'
import { look } from '../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { findReadme, writeReadme } from '../readme/readme.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { Manifests } from './manifest-files.ts'
import { SealedInventory } from './sealed.ts'
import { addToSpare, writeSpare } from './spare.ts'

/**
 * Brings the index files up to the inventory: its spare copy, the manifests and the README; and notes the checkpoint. Where
 * few lines have come since all were sorted, they are added to each file; otherwise all is written anew and sorted. Does
 * nothing where nothing has changed.
 */
export async function writeIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  const { unsettled } = inventory
  if (!unsettled.hasChanges) return
  const sealed = unsettled.sealedFor(inventory.size)
  unsettled.begin()
  if (sealed) await addToIndexFiles(inventory, sealed, paths)
  else await rewriteIndexFiles(inventory, paths)
}

/** The checkpoint comes last: a run that is killed before it has everything written anew by the next one. */
async function addToIndexFiles(inventory: Inventory, sealed: SealedInventory, paths: ArchivePaths) {
  const before = sealed.bytes
  await inventory.writeRemembered()
  await addToSpare(await sealed.extend(), before, paths)
  const manifests = new Manifests(inventory, paths)
  if (inventory.unsettled.replaces) await manifests.rewrite()
  else await manifests.add(inventory.unsettled.added)
  await writeReadme(paths)
  await writeCheckpoint(paths.state, sealed, newTemporary(paths))
  inventory.unsettled.finish(sealed, false)
}

async function rewriteIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  const place = join(paths.root, INVENTORY)
  if (inventory.size === 0 && !(await look(place)))
    return await writeCheckpoint(paths.state, { bytes: 0 }, newTemporary(paths))
  await inventory.rewrite(newTemporary(paths))
  await writeSpare(paths)
  const sealed = await SealedInventory.read(place)
  await writeCheckpoint(paths.state, sealed, newTemporary(paths))
  await writeDerivedFiles(inventory, paths)
  inventory.unsettled.finish(sealed, true)
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
