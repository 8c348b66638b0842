import type { ArchivedPlaylist } from '../../../../src/api/contract.ts'
import { sumGroups } from '../../../parts/rows/groups.ts'
import { foldText } from '../../../parts/text/fold.ts'

export const listOrders = ['name', 'when', 'missing', 'size'] as const
export type ListOrder = (typeof listOrders)[number]

export interface Arrangement {
  /** What is searched for in names. */
  readonly search: string
  readonly order: ListOrder
  readonly isReversed: boolean
}

/** Tracks of a list, kept and not; those left out count as neither. */
export function countTracks({ counts }: Pick<ArchivedPlaylist, 'counts'>) {
  const groups = sumGroups(counts)
  const kept = groups.kept + groups['already-kept']
  const all = Object.values(groups).reduce((sum, count) => sum + count, 0) - groups.skipped
  return { kept, all, missing: all - kept, open: groups.ambiguous + groups.review }
}

/** The lists that are wanted, in the order asked for: names from A, all else from the most. */
export function arrangeLists(
  lists: readonly ArchivedPlaylist[],
  { search, order, isReversed }: Arrangement,
): readonly ArchivedPlaylist[] {
  const wanted = foldText(search)
  const found = lists.filter(({ name }) => foldText(name).includes(wanted))
  const compare = comparisons[order]
  const sorted = found.toSorted((a, b) => compare(a, b) || collator.compare(a.name, b.name))
  return isReversed ? sorted.toReversed() : sorted
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

type Compare = (a: ArchivedPlaylist, b: ArchivedPlaylist) => number

const comparisons: Readonly<Record<ListOrder, Compare>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  when: ({ at: a = '' }, { at: b = '' }) => (a < b ? 1 : a > b ? -1 : 0),
  missing: (a, b) => countTracks(b).missing - countTracks(a).missing,
  size: (a, b) => b.bytes - a.bytes,
}
