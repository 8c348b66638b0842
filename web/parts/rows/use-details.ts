import { useEffect, useState } from 'react'
import type { Details, Row } from '../../../src/api/contract.ts'
import { get } from '../../api/client.ts'

/** A row that changes is another object: what was known of it is forgotten with it. */
const known = new WeakMap<Row, Details>()

export interface RowDetails {
  readonly details?: Details
  readonly error?: unknown
  readonly retry: () => void
}

/** All that is known of one row, asked for when it is looked at. */
export function useDetails(view: string, row: Row): RowDetails {
  const [answer, setAnswer] = useState<{ row: Row; details?: Details; error?: unknown }>({ row })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn asks anew
  useEffect(() => {
    if (known.has(row)) return
    const leaving = new AbortController()
    get<Details>(`${view}/details/${encodeURIComponent(row.key)}`, leaving.signal).then(
      (details) => {
        known.set(row, details)
        setAnswer({ row, details })
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer({ row, error })
      },
    )
    return () => leaving.abort()
  }, [view, row, turn])
  // What was known before the row changed is shown until the newer answer is there.
  const before = answer.row.key === row.key ? answer.details : undefined
  const details = known.get(row) ?? before
  return {
    details,
    error: answer.row === row && answer.error !== undefined ? answer.error : undefined,
    retry: () => setTurn((before) => before + 1),
  }
}
