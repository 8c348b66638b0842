import type { Settings } from '../../../src/api/contract.ts'

/** Some of the settings, as they shall be. */
export type ChangeSettings = (change: Partial<Settings>) => void
