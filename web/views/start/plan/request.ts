import type { BackupJobRequest, JobInput, Settings } from '../../../../src/api/contract.ts'
import { completeRequest, type FlagIn } from '../../../../src/model/backup/request.ts'
import { tidySettings } from '../../../parts/fields/tidy-settings.ts'

/** What is settled for one backup. */
export interface Plan {
  readonly settings: Settings
  readonly order: BackupJobRequest['order']
  /** The boxes that are for one backup alone; those not named are not ticked. */
  readonly once: Partial<Record<FlagIn<'once'>, boolean>>
}

/** `only` names the playlists that are wanted, undefined all of them. `into` must be there. */
export function requestOf(
  { settings, order, once }: Plan,
  inputs: readonly JobInput[],
  only: readonly string[] | undefined,
  dryRun: boolean,
  answers?: BackupJobRequest['answers'],
): BackupJobRequest {
  // What is settled for all backups alike is no choice of one.
  const { into = '', contact: _, nightly: __, ...settled } = tidySettings(settings)
  const choices = completeRequest({ inputs: [], into, ...settled, ...once, only, order, dryRun })
  return { ...choices, kind: 'backup', inputs: [...inputs], answers }
}
