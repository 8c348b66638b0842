import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { writeCheckpoint } from './load.ts'
import { MANIFEST, writeManifest } from './manifest.ts'

/** Writes the index files, which are the inventory and the manifest, anew and sorted, and notes the checkpoint.
 * Does nothing where nothing has changed since. */
export async function writeIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  if (inventory.isWritten) return
  const all = inventory.all()
  const isNew = all.length === 0 && !(await look(join(paths.root, INVENTORY)))
  const bytes = isNew ? 0 : await inventory.rewrite(newTemporary(paths))
  await writeCheckpoint(paths.state, bytes, newTemporary(paths))
  if (isNew) return
  await writeAtomic(join(paths.root, MANIFEST), writeManifest(all), newTemporary(paths))
  inventory.noteWritten()
}
