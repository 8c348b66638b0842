import type { Outcome } from '../model/outcome.ts'
import { asReason, type Reason } from '../model/reason.ts'

/** Why there is no file of an entry; undefined where there is one, or would be. */
export function whyMissing(outcome: Outcome): Reason | undefined {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
    case 'would-keep':
      return undefined
    case 'review':
    case 'refused': {
      const [first] = outcome.verdict.reasons
      return first === undefined ? undefined : asReason(first)
    }
    default:
      return asReason(outcome.reason)
  }
}
