import type { AppJobReasons } from './app/jobs.ts'
import type { AppPushReasons } from './app/push.ts'
import type { AppRunReasons } from './app/runs.ts'
import type { AppServiceReasons } from './app/services.ts'
import type { AppSettingsReasons } from './app/settings.ts'
import type { DoctorReasons } from './doctor.ts'
import type { None } from './none.ts'

/** Codes of `app`, by subject, and what their sentences are filled with. */
export interface AppReasons
  extends AppJobReasons,
    AppPushReasons,
    AppRunReasons,
    AppServiceReasons,
    AppSettingsReasons,
    DoctorReasons {
  'app.name-empty': None
  'app.name-for-one': { readonly playlists: number }
  'app.choose-playlist': None
  'app.name-library': None
}
