import { findNamed } from '../../../backup/identity/find-list.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import { missingPlaylist } from '../missing-playlist.ts'

/** The lists that a person names by id, address or name, each once. UserError where there is none, or several have the name. */
export function findLists(
  lists: readonly KeptList[],
  wanted: readonly string[],
): readonly KeptList[] {
  const found = wanted.map((each) => findList(lists, each))
  return [...new Map(found.map((list) => [list.id, list])).values()]
}

export function findList(lists: readonly KeptList[], wanted: string): KeptList {
  const list = findNamed(lists, wanted)
  if (list) return list
  throw missingPlaylist(
    wanted,
    lists.map(({ name }) => name),
  )
}
