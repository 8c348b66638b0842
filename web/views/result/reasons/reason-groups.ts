import type { Row } from '../../../../src/api/contract.ts'
import type { SentReason } from '../../../../src/model/reason.ts'
import { type Group, groupOf, isKept } from '../../../parts/rows/groups.ts'

/** Rows that are not kept for one reason. */
export interface ReasonGroup {
  readonly code: string
  /** How they ended. */
  readonly group: Group
  /** Of the first of them. */
  readonly reason: SentReason
  /** True where others of them say it with other names or numbers. */
  readonly varies: boolean
  readonly rows: readonly Row[]
}

/** The largest first. */
export function groupByReason(rows: readonly Row[]): readonly ReasonGroup[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (isKept(row) || row.reason === undefined || row.state === 'skipped') continue
    const key = `${row.state} ${row.reason.code}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
    .flatMap((members): ReasonGroup[] => {
      const [first] = members
      if (first?.reason === undefined) return []
      const { reason, state } = first
      const said = JSON.stringify(reason)
      const varies = members.some((row) => JSON.stringify(row.reason) !== said)
      return [{ code: reason.code, group: groupOf(state), reason, varies, rows: members }]
    })
    .toSorted((one, other) => other.rows.length - one.rows.length)
}
