import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Codes of `app/backups/by-hand`: what a person looks for themselves, and what their sentences are filled with. */
export interface AppCorrectReasons {
  'app.not-audio': { readonly name: string }
  'app.not-asked': { readonly by: string; readonly reason: AnyReason }
  'app.no-library-to-search': None
  'app.no-catalogue-to-search': None
  'app.name-a-catalogue': None
  'app.search-offline': None
  'app.only-words': None
  'app.address-unknown': None
  'app.addresses-known': None
  'app.address-needs-key': { readonly by: string; readonly variable: string }
}
