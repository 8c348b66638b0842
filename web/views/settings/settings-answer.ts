import type { Key, Settings } from '../../../src/api/contract.ts'

/** What the user has settled for good, and which keys there are. */
export interface SettingsAnswer {
  readonly settings: Settings
  readonly keys: readonly Key[]
}
