import type { None } from '../none.ts'

/** Codes of `app/jobs` and what their sentences are filled with. */
export interface AppJobReasons {
  'app.no-data-folder': None
  'app.name-data-folder': None
  'app.no-job-of-id': { readonly id: string }
  'app.list-jobs': None
  'app.several-jobs-of-id': { readonly id: string }
  'app.give-more-of-id': None
  'app.no-job': None
  'app.job-not-ended': None
  'app.cancel-job-first': None
  'app.job-of-other-version': None
  /** A worker runs on another machine than the page. */
  'app.import-not-here': { readonly host: string; readonly folder: string }
  'app.share-data-folder': None
  'app.order-anew': None
  'app.file-only-on-command-line': None
  'app.nowhere-to-look': None
  'app.choose-music-folder': None
  'app.standard-input-gone': None
  'app.run-again-with-input': None
}
