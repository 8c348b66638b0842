import { closedTraps, hostTraps, ownTraps } from './hosts.ts'
import { licenceTraps } from './licences.ts'
import type { Trap } from './trap.ts'
import { uploaderTraps } from './uploaders.ts'

/** (licence, host, flags, assertions, year, day) → what may be done: every trap that is known of a source. */
export const traps: readonly Trap[] = [
  ...licenceTraps,
  ...uploaderTraps,
  ...hostTraps,
  ...closedTraps,
  ...ownTraps,
]
