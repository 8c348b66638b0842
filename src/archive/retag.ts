import { hashFile } from '../base/hash.ts'
import type { Kept } from '../model/archived-file.ts'
import { isWhole, locate } from './files/inside.ts'
import type { Inventory } from './inventory/inventory.ts'
import { putInPlace } from './journal/recover.ts'
import type { Site } from './files/paths.ts'

/** Puts a newly tagged copy in the place of a kept file; undefined, and nothing done, where that is not as it was kept. */
export async function retag(
  kept: Kept,
  temporary: string,
  inventory: Inventory,
  site: Site,
): Promise<Kept | undefined> {
  const before = inventory.at(kept.path)
  if (before?.path !== kept.path || before.sha256 !== kept.sha256) return undefined
  const path = await locate(site.root, kept.path)
  if (!path || !(await isWhole(path, kept, site.signal))) return undefined
  const renewed = { ...kept, ...(await hashFile(temporary, { noFollow: true })) }
  await inventory.announce(renewed)
  try {
    await putInPlace(temporary, renewed, before, site)
  } catch (error) {
    inventory.withdraw(renewed, before)
    throw error
  }
  return renewed
}
