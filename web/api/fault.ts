import type { Fault } from '../../src/api/contract.ts'
import type { SentReason, Told } from '../../src/model/reason.ts'

export interface FaultReasons {
  readonly reason: Told | SentReason
  readonly advice: Told | SentReason | undefined
}

/** What is wrong, and what to do: as reasons, or in English where an answer is not the server's own. */
export function reasonsOfFault({
  message,
  hint,
  reason,
  advice,
}: Partial<Fault> & Pick<Fault, 'message'>): FaultReasons {
  return { reason: reason ?? message, advice: advice ?? hint }
}
