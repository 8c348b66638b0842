import type { BackupOrder, Input, Settings } from '../../../src/api/contract.ts'
import { tidySettings } from '../../parts/tidy-settings.ts'

/** What is settled for one backup. */
export interface Plan {
  readonly settings: Settings
  readonly order: 'playlist' | 'plays'
  readonly prune: boolean
  readonly replace: boolean
}

/** `only` names the playlists that are wanted, undefined all of them. `into` must be there. */
export function orderOf(
  { settings, order, prune, replace }: Plan,
  inputs: readonly Input[],
  only: readonly string[] | undefined,
  dryRun: boolean,
): BackupOrder {
  const { into = '', names, cover, offline, publicPage, ...rest } = tidySettings(settings)
  return {
    kind: 'backup',
    inputs: [...inputs],
    into,
    ...rest,
    ...(names === undefined ? {} : { names }),
    ...(only ? { only: [...only] } : {}),
    ...(order === 'plays' ? { order } : {}),
    ...(cover ? { cover } : {}),
    ...(prune ? { prune } : {}),
    ...(replace ? { replace } : {}),
    ...(offline ? { offline } : {}),
    ...(publicPage ? { publicPage } : {}),
    ...(dryRun ? { dryRun } : {}),
  }
}
