import { reason } from '../model/reason.ts'
import { type Fault, faultOf } from '../words/fault.ts'

/** A runner that was silent for so long is gone. A laptop that slept longer goes on if nobody took over. */
export const LEASE_MS = 30_000

/** Work that has lost its runner so often in a row probably brings its process down: it is given up. */
export const MAX_TRIES = 5

export const GIVEN_UP: Fault = faultOf(
  reason('jobs.given-up', { tries: MAX_TRIES }),
  reason('jobs.resume-or-read-log'),
)
