import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

interface At {
  /** As a person knows it: `The Internet Archive`. */
  readonly place: string
}

/** The environment variable that holds a key, and where to get one. */
interface OfKey {
  readonly variable: string
  readonly url: string
}

/** Why a provider does not answer. */
export interface UnavailableReasons {
  /** It failed again and again; `reason` is the last one. */
  'source.left-alone': { readonly source: string; readonly reason: AnyReason }
  'source.refused': At & { readonly status: number }
  /** `said` is the host's own sentence. */
  'source.refused-saying': At & { readonly status: number; readonly said: string }
  /** It asks for a proof that a person is there. */
  'source.challenged': At
  'source.search-refused': At & { readonly detail: string }
  'source.answer-too-deep': At
  'source.answer-too-much': At
  'source.answer-damaged': At
  'source.answer-of-another-shape': At
  'source.asks-for-rest': At
  'source.too-busy': At
  'source.no-more-questions': At
  /** `said` is the host's own sentence. */
  'source.error-code': At & { readonly errorCode: number; readonly said?: string }
  'source.unknown-token': At & OfKey
  'source.unknown-client-id': At & OfKey
  'source.unknown-key': At & OfKey
  'source.jamendo-no-more-requests': None
  'source.jamendo-suspended': { readonly url: string }
  'source.youtube-quota': None
  'source.youtube-api-off': { readonly url: string }
  'source.acoustid-unreadable': None
  'source.acoustid-error': { readonly detail?: string }
}
