import type { DoctorReasons } from './doctor.ts'

type None = Record<never, never>

/** Codes of `app` and what their sentences are filled with. */
export interface AppReasons extends DoctorReasons {
  'app.name-empty': None
  'app.name-for-one': { readonly playlists: number }
  'app.choose-playlist': None
  'app.nowhere-to-look': None
  'app.name-library': None
}
