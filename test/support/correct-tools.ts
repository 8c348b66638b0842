import type { CorrectTools } from '../../src/app/backups/by-hand/correct.ts'
import { HandSearches } from '../../src/app/backups/by-hand/hand-searches.ts'
import type { Environment } from '../../src/app/environment.ts'
import type { AllowedFolders } from '../../src/app/settings/allowed-folders.ts'
import { openSettings } from '../../src/app/settings/settings.ts'

/** What correcting by hand needs, with nothing uploaded. */
export function makeCorrectTools(environment: Environment, folders: AllowedFolders): CorrectTools {
  const uploads = { find: () => Promise.reject(new Error('nothing was uploaded')) }
  const searches = new HandSearches({ environment, folders, uploads })
  return { searches, settings: openSettings(environment, folders), folders }
}
