import { contactOf } from './contact.ts'
import type { Environment } from './environment.ts'
import { readVersion } from './version.ts'

/** Where Songkeep is kept, and reports are taken. */
export const PROJECT = 'https://github.com/songkeep/songkeep'

/** Says who asks, and where to write instead of blocking: every host that is asked is told the same. */
export const nameOurselves = (environment: Environment) =>
  `Songkeep/${readVersion()} (${contactOf(environment) ?? PROJECT})`
