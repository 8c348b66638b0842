import type { Decide, Details, Row } from '../../../../../src/api/contract.ts'
import { get } from '../../../../api/client.ts'
import { writeDecision } from '../../../../parts/decisions/decide.ts'
import type { Answer } from './chosen.ts'

/** By which a row is as it was before. */
interface Step {
  readonly key: string
  readonly before: Decide | undefined
}

export interface DecidedRows {
  readonly count: number
  /** Takes all of it back, the last first. */
  readonly undo: () => Promise<void>
}

/** One after another; where one fails, those before it are taken back, and it throws. */
export async function decideAll(
  view: string,
  rows: readonly Row[],
  answer: Answer,
): Promise<DecidedRows> {
  const steps: Step[] = []
  const choice: Decide = answer === 'none' ? { kind: 'none' } : { kind: 'candidate', candidate: 0 }
  const undo = async () => {
    for (let step = steps.pop(); step; step = steps.pop())
      await writeDecision(view, step.key, step.before)
  }
  try {
    for (const row of rows) {
      const before = await findBefore(view, row)
      await writeDecision(view, row.key, choice)
      steps.push({ key: row.key, before })
    }
  } catch (error) {
    await undo().catch(() => {})
    throw error
  }
  return { count: rows.length, undo }
}

async function findBefore(view: string, row: Row): Promise<Decide | undefined> {
  if (row.decided === undefined) return undefined
  const { decision } = await get<Details>(`${view}/details/${encodeURIComponent(row.key)}`)
  return decision && { kind: 'earlier', at: decision.at }
}
