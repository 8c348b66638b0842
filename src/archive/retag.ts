import { digestFile } from '../base/hash.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import { isWhole, locate } from './files/inside.ts'
import type { ArchivePaths } from './files/paths.ts'
import type { Inventory } from './inventory/inventory.ts'
import { putInPlace } from './journal/recover.ts'

/** Puts a newly tagged copy in the place of an archived file; undefined, and nothing done, where that is not as it was kept. */
export async function retag(
  file: ArchivedFile,
  temporary: string,
  inventory: Inventory,
  paths: ArchivePaths,
): Promise<ArchivedFile | undefined> {
  const before = inventory.at(file.path)
  if (before?.path !== file.path || before.sha256 !== file.sha256) return undefined
  const path = await locate(paths.root, file.path)
  if (!path || !(await isWhole(path, file, paths.signal))) return undefined
  // What was found out about its uploader since stays known.
  const { checkedAt, doubt } = before
  const renewed = {
    ...file,
    checkedAt,
    doubt,
    ...(await digestFile(temporary, { noFollow: true })),
  }
  await inventory.recordIntent(renewed)
  try {
    await putInPlace(temporary, renewed, before, paths)
  } catch (error) {
    inventory.withdraw(renewed, before)
    throw error
  }
  return renewed
}
