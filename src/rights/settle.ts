import type { Told } from '../model/reason.ts'
import type { Verdict } from '../model/verdict.ts'

/**
 * A person has looked at a doubt: what is in review may be copied, and `settled` stands first among the reasons.
 * What the licence or the host forbids stays a link, whoever says what.
 */
export function settleDoubt(verdict: Verdict, settled: Told): Verdict {
  if (verdict.action !== 'review') return verdict
  return { ...verdict, action: 'copy', reasons: [settled, ...verdict.reasons] }
}
