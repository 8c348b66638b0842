import type { Owners } from '../queue.ts'
import { COLUMNS } from './read-row.ts'

interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** The work of these owners, the latest first. */
export function listWork(whose?: Owners): Statement {
  const { sql, values } = whoseWork(whose)
  // Each half by an index of its own: PostgreSQL does not take `ready OR NOT ready` apart.
  const halves = ['ready', 'NOT ready'].map(
    (half) => `SELECT * FROM songkeep.job WHERE ${half} AND ${sql}`,
  )
  return {
    sql: `SELECT ${COLUMNS} FROM (${halves.join(' UNION ALL ')}) AS work ORDER BY number DESC`,
    values,
  }
}

/** Deletes what has ended of these owners but for the latest so many. */
export function forgetEnded(keep: number, whose?: Owners): Statement {
  const { sql, values } = whoseWork(whose)
  // Asked twice: what was put in line again meanwhile stays.
  return {
    sql: `DELETE FROM songkeep.job WHERE ${ENDED} AND number IN (
      SELECT number FROM songkeep.job WHERE ${ENDED} AND NOT ready AND ${sql}
      ORDER BY number DESC OFFSET $${values.length + 1})`,
    values: [...values, keep],
  }
}

const ENDED = `state IN ('done', 'failed', 'cancelled')`

function whoseWork(whose?: Owners): Statement {
  if (!whose) return { sql: 'true', values: [] }
  return 'owner' in whose
    ? { sql: 'owner = $1', values: [whose.owner] }
    : { sql: 'NOT starts_with(owner, $1)', values: [whose.notBeginning] }
}
