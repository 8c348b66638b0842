import type { Fault } from '../../src/api/contract.ts'
import { type FaultReasons, reasonsOfFault } from './fault.ts'

/**
 * The server refused, or did not answer. `status` is HTTP's, 0 where nobody answered; `fault` is what the server
 * said is wrong and what to do, where it said anything.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: number
  readonly fault: FaultReasons | undefined

  constructor(status: number, fault: Partial<Fault> = {}) {
    const { message = '' } = fault
    super(message)
    this.status = status
    this.fault = message === '' ? undefined : reasonsOfFault({ ...fault, message })
  }
}
