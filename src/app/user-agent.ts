import type { Environment } from './environment.ts'
import { readVersion } from './version.ts'

const PROJECT = 'https://github.com/songkeep/songkeep'

/** Says who asks, and where to write instead of blocking. */
export const nameOurselves = ({ contact = PROJECT }: Environment) =>
  `Songkeep/${readVersion()} (${contact})`
