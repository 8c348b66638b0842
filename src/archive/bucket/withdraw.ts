import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Pruned } from '../../model/progress.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { writeIndexFiles } from '../inventory/index-files.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { isStill } from '../trash/prune.ts'
import type { Upstream } from './upstream.ts'

/**
 * Takes files out of an archive in a bucket. Their lines go; their bytes stay in the bucket, where the commits before say
 * what they are.
 */
export async function withdraw(
  unwanted: readonly ArchivedFile[],
  inventory: Inventory,
  paths: ArchivePaths,
  upstream: Upstream,
): Promise<Pruned> {
  const kept = unwanted.filter((file) => isStill(file, inventory))
  await upstream.withdraw(kept.map(({ path }) => path))
  for (const file of kept) {
    inventory.remove(file)
    await rm(join(paths.root, file.path), { force: true })
  }
  await writeIndexFiles(inventory, paths)
  return tell(kept)
}

/** What that would do. */
export const planWithdrawal = (unwanted: readonly ArchivedFile[], inventory: Inventory): Pruned =>
  tell(unwanted.filter((file) => isStill(file, inventory)))

const tell = (kept: readonly ArchivedFile[]): Pruned => ({
  inBucket: true,
  moved: kept.map(({ path }) => path),
  bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
  missing: [],
  changed: [],
})
