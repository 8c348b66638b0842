import type { BackupJobRequest, JobInput, Settings } from '../../../../src/api/contract.ts'
import { tidySettings } from '../../../parts/fields/tidy-settings.ts'

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
  inputs: readonly JobInput[],
  only: readonly string[] | undefined,
  dryRun: boolean,
): BackupJobRequest {
  const { into = '', names, cover, offline, publicPage, ...rest } = tidySettings(settings)
  return {
    kind: 'backup',
    inputs: [...inputs],
    into,
    ...rest,
    names: names === undefined ? undefined : names,
    only: only ? [...only] : undefined,
    order: order === 'plays' ? order : undefined,
    cover: cover || undefined,
    prune: prune || undefined,
    replace: replace || undefined,
    offline: offline || undefined,
    publicPage: publicPage || undefined,
    dryRun: dryRun || undefined,
  }
}
