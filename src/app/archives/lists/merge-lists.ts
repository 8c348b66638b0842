import { openArchive } from '../../../archive/archive.ts'
import { type MergedLists, mergeLists as merge } from '../../../backup/lists/merge-lists.ts'
import { reason } from '../../../model/reason.ts'
import { en } from '../../../words/en/index.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Words } from '../../../words/words.ts'
import { requireArchive } from '../require-archive.ts'
import { findList } from './find-lists.ts'

/** Joins the list `from` with the list `into`, which stays; each by id or name. `restoreLists` takes it back. */
export async function mergeLists(
  dir: string,
  from: string,
  into: string,
  words: Words = en,
): Promise<MergedLists> {
  await requireArchive(dir)
  await using archive = await openArchive(dir)
  const [one, other] = [findList(archive.lists(), from), findList(archive.lists(), into)]
  if (one.id === other.id) throw new UserError(reason('archive.merge-with-itself'))
  return await merge(one, other, archive, words)
}
