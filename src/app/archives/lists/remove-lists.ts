import { openArchive } from '../../../archive/archive.ts'
import { findUnneeded } from '../../../backup/lists/find-unneeded.ts'
import type { RemovalPlan } from '../../../model/lists/removal-plan.ts'
import type { TrashedLists } from '../../../model/lists/trashed-lists.ts'
import { requireArchive } from '../require-archive.ts'
import { findLists } from './find-lists.ts'

/** What would go to the trash with the lists of these ids or names. Writes nothing. */
export async function planRemoval(dir: string, wanted: readonly string[]): Promise<RemovalPlan> {
  await requireArchive(dir)
  await using archive = await openArchive(dir, { readOnly: true })
  const lists = findLists(archive.lists(), wanted)
  const found = await findUnneeded(new Set(lists.map(({ id }) => id)), archive)
  return {
    names: lists.map(({ name }) => name),
    files: found.files.length,
    bytes: found.files.reduce((sum, { bytes }) => sum + bytes, 0),
    shared: found.shared,
    unread: found.unread,
  }
}

/**
 * Moves lists to the archive's trash, with the files that no other list needs. Nothing is deleted: `restoreLists` has
 * all of it back. UserError where there is no such list, or a run is at work in the archive.
 */
export async function removeLists(dir: string, wanted: readonly string[]): Promise<TrashedLists> {
  await requireArchive(dir)
  await using archive = await openArchive(dir)
  const lists = findLists(archive.lists(), wanted).map(({ id }) => id)
  const { files } = await findUnneeded(new Set(lists), archive)
  return await archive.setListsAside({ kind: 'removed', lists, files })
}
