import { resolve } from 'node:path'
import { openArchive } from '../../../archive/archive.ts'
import { pathsOf } from '../../../archive/files/paths.ts'
import { readTrashedLists } from '../../../archive/trash/lists/list-trash.ts'
import type { BroughtBack, TrashedLists } from '../../../model/lists/trashed-lists.ts'
import { requireArchive } from '../require-archive.ts'

/** The lists in an archive's trash, the latest first. Writes nothing. */
export async function listTrashed(dir: string): Promise<readonly TrashedLists[]> {
  await requireArchive(dir)
  return await readTrashedLists(pathsOf(resolve(dir), undefined))
}

/** Has lists back from the trash: those of this id, or those that were removed or joined last. */
export async function restoreLists(dir: string, id?: string): Promise<BroughtBack> {
  const wanted = id ?? (await listTrashed(dir))[0]?.id ?? ''
  await requireArchive(dir)
  await using archive = await openArchive(dir)
  return await archive.bringListsBack(wanted)
}
