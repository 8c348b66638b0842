import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { writeSettled } from './load.ts'
import { MANIFEST, writeManifest } from './manifest.ts'

/** Writes inventory and manifest anew, sorted, and notes that all of it holds. A run of many playlists does so only where something has changed. */
export async function writeIndexFiles(inventory: Inventory, site: ArchivePaths) {
  if (inventory.isWritten) return
  const all = inventory.all()
  const isNew = all.length === 0 && !(await look(join(site.root, INVENTORY)))
  const bytes = isNew ? 0 : await inventory.rewrite(newTemporary(site))
  await writeSettled(site.state, bytes, newTemporary(site))
  if (isNew) return
  await writeAtomic(join(site.root, MANIFEST), writeManifest(all), newTemporary(site))
  inventory.noteWritten()
}
