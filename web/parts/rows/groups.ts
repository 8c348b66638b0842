import type { Row, RowState } from '../../../src/api/contract.ts'
import { type OutcomeKind, outcomeKinds } from '../../../src/model/outcome.ts'

/** What a reader tells rows apart by: how each ended, or that it has not. */
export type Group = OutcomeKind | 'unreached'

/** Every group, in the order in which counts are told. */
export const groups: readonly Group[] = [...outcomeKinds, 'unreached']

const ended: ReadonlySet<string> = new Set(groups)

export const groupOf = (state: RowState): Group =>
  ended.has(state) ? (state as OutcomeKind) : 'unreached'

export type GroupCounts = Readonly<Record<Group, number>>

export function countGroups(states: Iterable<RowState>): GroupCounts {
  const counts = emptyCounts()
  for (const state of states) counts[groupOf(state)]++
  return counts
}

/** The same from counts by state, as jobs and archived playlists carry them. */
export function sumGroups(byState: Readonly<Record<string, number>>): GroupCounts {
  const counts = emptyCounts()
  for (const [state, count] of Object.entries(byState)) counts[groupOf(state as RowState)] += count
  return counts
}

const emptyCounts = () =>
  Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>

/** In the archive now, or in a dry run: it would be. */
export const isKept = ({ state }: Pick<Row, 'state'>): boolean =>
  state === 'kept' || state === 'already-kept' || state === 'would-keep'
