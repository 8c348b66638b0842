import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { MANIFEST, writeManifest } from './manifest.ts'
import { writeSpare } from './spare.ts'

/** Writes the index files, which are the inventory and the manifest, anew and sorted, and notes the checkpoint.
 * Does nothing where nothing has changed since. */
export async function writeIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  if (inventory.isWritten) return
  const all = inventory.all()
  const isNew = all.length === 0 && !(await look(join(paths.root, INVENTORY)))
  const checkpoint = isNew ? { bytes: 0 } : await rewrite(inventory, paths)
  await writeCheckpoint(paths.state, checkpoint, newTemporary(paths))
  if (isNew) return
  await writeAtomic(join(paths.root, MANIFEST), writeManifest(all), newTemporary(paths))
  inventory.noteWritten()
}

async function rewrite(inventory: Inventory, paths: ArchivePaths): Promise<Checkpoint> {
  await inventory.rewrite(newTemporary(paths))
  await writeSpare(paths)
  return await hashFile(join(paths.root, INVENTORY), { noFollow: true })
}
