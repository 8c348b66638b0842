import { resolve } from 'node:path'
import { explainStorage } from '../../../archive/files/inside.ts'
import { pathsOf } from '../../../archive/files/paths.ts'
import { type Lists, readLists } from '../../../archive/lists/lists.ts'
import { findNamed } from '../../../backup/identity/find-list.ts'
import { TakenNames } from '../../../backup/identity/names.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import { reason } from '../../../model/reason.ts'
import { cleanLine } from '../../../text/clean.ts'
import { UserError } from '../../../words/user-error.ts'
import { missingPlaylist } from '../missing-playlist.ts'
import { requireArchive } from '../require-archive.ts'

export interface RenamedList {
  readonly before: string
  /** Its name has a number where another list has the one that was asked for. */
  readonly list: KeptList
}

/**
 * Gives the list of that id or name another name for good. Folder, files and history stay where they are; nobody has to
 * wait for a run’s end. UserError where there is no such list, or several have the name.
 */
export async function renameList(dir: string, wanted: string, name: string): Promise<RenamedList> {
  const line = cleanLine(name)
  if (line === '') throw new UserError(reason('app.name-empty'))
  await requireArchive(dir)
  const lists = await readLists(pathsOf(resolve(dir), undefined))
  const known = findNamed(lists.all(), wanted)
  if (!known)
    throw missingPlaylist(
      wanted,
      lists.all().map((each) => each.name),
    )
  const { id, folder, name: before } = known
  const list = lists.note({ id, name: freeName(id, line, lists), named: true }, folder)
  try {
    await lists.save()
  } catch (error) {
    throw explainStorage(error, dir)
  }
  return { before, list }
}

function freeName(id: string, name: string, lists: Lists): string {
  const names = new TakenNames()
  for (const each of lists.all()) names.take(each.name, each.id)
  return names.freeFor(id, name)
}
