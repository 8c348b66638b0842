import type { Key, Settings } from '../../../src/api/contract.ts'

/** What the user has settled for good, and which keys there are. */
export interface SettingsAnswer {
  readonly settings: Settings
  /** What the environment says, which wins over what is settled here. */
  readonly fixedContact?: string
  readonly keys: readonly Key[]
}
