import type { Queue } from '../../../jobs/queue.ts'
import type { Reason } from '../../../model/reason.ts'
import type { SlowedBy } from '../../../model/telemetry.ts'
import type { StagedImports } from '../../playlists/staged-imports.ts'
import type { MeterTools } from './meter.ts'

export interface LimitTools
  extends Pick<MeterTools, 'account' | 'database' | 'folders' | 'slowed'> {
  /** The account's own work. */
  readonly queue: Pick<Queue, 'list' | 'find'>
  readonly stagedImports: Pick<StagedImports, 'find'>
}

/** Refuses what goes beyond an account's limits; LimitError tells which, and when or how it goes on. */
export type Refuse = (by: SlowedBy, why: Reason, advice: Reason) => Promise<never>
