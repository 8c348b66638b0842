import type { DoctorReasons } from '../doctor.ts'
import type { None } from '../none.ts'
import type { AppCorrectReasons } from './correct.ts'
import type { AppJobReasons } from './jobs.ts'
import type { AppPushReasons } from './push.ts'
import type { AppRunReasons } from './runs.ts'
import type { AppServiceReasons } from './services.ts'
import type { AppSettingsReasons } from './settings.ts'
import type { AppTailReasons } from './tail.ts'

/** Codes of `app`, by subject, and what their sentences are filled with. */
export interface AppReasons
  extends AppCorrectReasons,
    AppJobReasons,
    AppPushReasons,
    AppRunReasons,
    AppServiceReasons,
    AppSettingsReasons,
    AppTailReasons,
    DoctorReasons {
  'app.name-empty': None
  'app.name-for-one': { readonly playlists: number }
  'app.choose-playlist': None
  'app.name-library': None
}
