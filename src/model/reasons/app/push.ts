import type { None } from '../none.ts'

/** What is said of lists that go to a server or a service. */
export interface AppPushReasons {
  'app.push-offline': None
  'app.push-needs-token': { readonly variable: string }
  /** Of an entry. */
  'app.push-not-there': None
  'app.push-unsure': None
  /** Of a list. */
  'app.push-several-lists': { readonly name: string }
  'app.push-not-made': None
  'app.push-lost': { readonly songs: number }
  'app.push-order': None

  /** Advice. */
  'app.get-token': { readonly variable: string; readonly url: string }
}
