import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** Codes of `jobs` and what their sentences are filled with. */
export interface JobsReasons {
  'jobs.not-opened': { readonly path: string; readonly cause: AnyReason }
  'jobs.name-data-folder': None
  'jobs.later-version': { readonly path: string }
  'jobs.update': None
  'jobs.given-up': { readonly tries: number }
  'jobs.resume-or-read-log': None
  'jobs.broken': { readonly cause: AnyReason }
  'jobs.resume': None
}
