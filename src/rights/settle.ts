import type { Verdict } from '../model/verdict.ts'

/**
 * A doubt that a person has looked at: what is in review may be copied, and says so first. What licence or
 * host forbid stays a link, whoever says what.
 */
export function settleDoubt(verdict: Verdict, settled: string): Verdict {
  if (verdict.action !== 'review') return verdict
  return { ...verdict, action: 'copy', reasons: [settled, ...verdict.reasons] }
}
