import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Codes of running it for many: variables that are set wrongly, and what tells of the program. */
export interface AppOperationReasons {
  'app.variable-no-choice': { readonly variable: string; readonly allowed: readonly string[] }
  'app.variable-no-address': { readonly variable: string }
  'app.token-too-short': { readonly variable: string; readonly least: number }
  'app.secret-twice': { readonly variable: string; readonly file: string }
  'app.secret-unreadable': { readonly file: string; readonly cause: AnyReason }
  'app.mend-variable': None
  'app.metrics-need-token': { readonly host: string }
  'app.set-metrics-token': None
  'app.traces-not-installed': None
  'app.install-traces': { readonly packages: string }
  'app.traces-offline': None
  'app.unset-traces': None
  /** A worker sees another folder under an archive's path, or none. */
  'app.archive-not-here': { readonly host: string; readonly folder: string }
  'app.share-archives': None
  /** Asked of it: to stop, or to go on. */
  'app.job-has-ended': { readonly id: string }
}
