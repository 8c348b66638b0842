import { hashFile } from '../base/hash.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import { isWhole, locate } from './files/inside.ts'
import type { ArchivePaths } from './files/paths.ts'
import type { Inventory } from './inventory/inventory.ts'
import { putInPlace } from './journal/recover.ts'

/** Puts a newly tagged copy in the place of a kept file; undefined, and nothing done, where that is not as it was kept. */
export async function retag(
  kept: ArchivedFile,
  temporary: string,
  inventory: Inventory,
  site: ArchivePaths,
): Promise<ArchivedFile | undefined> {
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
