import type { Fault } from '../../src/api/contract.ts'
import type { Told } from '../../src/model/reason.ts'

/** What the server says is wrong, and what to do: as reasons, or in English where an older job has no reasons. */
interface SpokenFault extends Fault {
  readonly reason?: Told
  readonly advice?: Told
}

export interface FaultReasons {
  readonly reason: Told
  readonly advice: Told | undefined
}

export function reasonsOfFault({ message, hint, reason, advice }: SpokenFault): FaultReasons {
  return { reason: reason ?? message, advice: advice ?? hint }
}
