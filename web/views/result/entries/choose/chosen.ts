import type { Row } from '../../../../../src/api/contract.ts'

/** What is said of several rows at once. */
export type Answer = 'none' | 'right'

/** Of a range, all are chosen; one alone is chosen or left. */
export function toggleRange(
  before: ReadonlySet<string>,
  shown: readonly Row[],
  key: string,
  from: string | undefined,
): ReadonlySet<string> {
  const at = shown.findIndex((row) => row.key === key)
  const start = from === undefined ? -1 : shown.findIndex((row) => row.key === from)
  if (start >= 0 && start !== at) {
    const range = shown.slice(Math.min(at, start), Math.max(at, start) + 1).filter(mayDecide)
    return new Set([...before, ...range.map((row) => row.key)])
  }
  const after = new Set(before)
  const row = shown[at]
  if (!after.delete(key) && row && mayDecide(row)) after.add(key)
  return after
}

/** Rows without a file: nothing is to be decided about others at once. */
const ends: readonly Row['state'][] = ['ambiguous', 'review', 'refused', 'not-found', 'failed']

export const mayDecide = ({ state }: Pick<Row, 'state'>): boolean => ends.includes(state)

/**
 * Those that the answer fits: "these are right" takes the first candidate, and a doubt about a licence is never settled
 * for many rows at once, as each has to be looked at.
 */
export const fitting = (rows: readonly Row[], answer: Answer): readonly Row[] =>
  answer === 'none'
    ? rows
    : rows.filter(({ state, candidates = 0 }) => candidates > 0 && state !== 'review')
