import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** What `songkeep doctor --online` finds out about a service, and what to do about it. */
export interface AppServiceReasons {
  'app.services-offline': None
  'app.record-without-asking': None
  /** `error`: as the system says it. */
  'app.record-not-written': { readonly path: string; readonly error: string }
  'app.service-works': { readonly questions: number; readonly ms: number }
  /** `said`: by the host itself, in its own language. */
  'app.service-refuses': { readonly why: AnyReason; readonly said?: string }
  'app.service-asks-to-wait': { readonly seconds: number }
  'app.service-unreachable': { readonly why: AnyReason }
  'app.service-silent': { readonly seconds: number }
  /** `missing`: a field by its path, `response.docs[].identifier`. */
  'app.service-other-shape': { readonly missing?: string; readonly why?: AnyReason }
  'app.service-found-nothing': { readonly status?: number }
  'app.service-needs-key': None
  'app.ask-later': None
  'app.ask-from-elsewhere': None
  'app.look-at-network': None
  /** `file`: the one to attach; absent where it is offered beside the sentence. */
  'app.report-service': { readonly file?: string; readonly url: string }
}
