import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../files/inside.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { writeSettled } from './load.ts'
import { MANIFEST, writeManifest } from './manifest.ts'
import { newTemporary, type Site } from '../files/paths.ts'

/** Writes inventory and manifest anew, sorted, and notes that all of it holds. */
export async function writeBooks(inventory: Inventory, site: Site) {
  const all = inventory.all()
  const isNew = all.length === 0 && !(await look(join(site.root, INVENTORY)))
  const bytes = isNew ? 0 : await inventory.rewrite(newTemporary(site))
  await writeSettled(site.state, bytes, newTemporary(site))
  if (isNew) return
  await writeAtomic(join(site.root, MANIFEST), writeManifest(all), newTemporary(site))
}
