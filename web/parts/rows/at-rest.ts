import type { Row, RowState } from '../../../src/api/contract.ts'
import { stages } from '../../../src/model/progress.ts'

const working: ReadonlySet<string> = new Set(stages)

/** Its track is being looked for or made. */
export const isAtWork = (state: RowState): boolean => working.has(state)

/** How a row stands in a run that does not run: what was being made then is made anew. */
export const stateAtRest = (state: RowState): RowState => (isAtWork(state) ? 'waiting' : state)

/** The same of all rows; those given where none was at work. */
export function rowsAtRest(rows: readonly Row[]): readonly Row[] {
  if (!rows.some(({ state }) => isAtWork(state))) return rows
  return rows.map((row) => (isAtWork(row.state) ? { ...row, state: 'waiting' as const } : row))
}
