import type { KeptList } from '../../model/lists/kept-list.ts'
import { reason } from '../../model/reason.ts'
import { addressKey, areOtherLists } from '../../playlist/links/address-key.ts'
import { UserError } from '../../words/user-error.ts'
import { compareNames } from './names.ts'

export function findByAddress(
  lists: readonly KeptList[],
  uri: string | undefined,
): KeptList | undefined {
  if (uri === undefined) return undefined
  const key = addressKey(uri)
  const isIt = (each: string) => addressKey(each) === key
  return lists.find(({ uris }) => uris.some(isIt)) ?? lists.find(({ id }) => isIt(id))
}

/** The service of this address knows the list under another one. */
export function isElsewhere({ uris }: KeptList, uri: string | undefined): boolean {
  if (uri === undefined) return false
  return uris.some((each) => areOtherLists(each, uri))
}

/**
 * The list that a user names: by its id, its address, or its name. Undefined where there is none; UserError where
 * several have the name.
 */
export function findNamed(lists: readonly KeptList[], wanted: string): KeptList | undefined {
  const known = lists.find(({ id }) => id === wanted) ?? findByAddress(lists, wanted)
  if (known) return known
  const exact = lists.filter(({ name }) => name === wanted)
  const found =
    exact.length > 0 ? exact : lists.filter(({ name }) => compareNames(name, wanted) === 'equal')
  if (found.length > 1)
    throw new UserError(
      reason('backup.several-lists', { name: wanted }),
      reason('backup.give-list-id', { ids: found.map(({ id }) => id).slice(0, MAX_TOLD) }),
    )
  return found[0]
}

const MAX_TOLD = 20
