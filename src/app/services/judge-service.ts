import { type Reason, type ReasonCode, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Service, ServiceAnswer } from './service.ts'
import type { Exchange } from './watch-http.ts'

/** How a service stands, and what to do about it. */
export interface ServiceState {
  readonly status: 'works' | 'refused' | 'unreachable' | 'other-shape' | 'needs-key'
  readonly text: Reason
  readonly advice?: Reason
  /** A field that its answers have lost. */
  readonly missing?: string
  /** Where Songkeep may have to be changed: whoever keeps it wants to see the answers. */
  readonly worthReporting?: true
}

/** What asking has led to. */
export type AskResult = { readonly answer: ServiceAnswer } | { readonly error: unknown }

/** What the question has come to. Throws what is nobody's fault but ours. */
export function judgeService(
  service: Service,
  result: AskResult,
  exchanges: readonly Exchange[],
  { ms, limitMs }: { readonly ms: number; readonly limitMs: number },
): ServiceState {
  if ('error' in result) return explainError(service, result.error, exchanges, limitMs)
  const { found, incomplete, missing = findMissing(service, exchanges) } = result.answer
  if (missing !== undefined) return hasOtherShape({ missing })
  const failed = exchanges.findLast(({ answer }) => answer === undefined || answer.status >= 400)
  if (incomplete) return explainReason(service, incomplete, exchanges, failed)
  const status = exchanges.at(-1)?.answer?.status
  const isEnough = service.mayFindNothing && status === 200
  if (!found && !isEnough) {
    const text = reason('app.service-found-nothing', { status })
    return { status: 'other-shape', text, worthReporting: true }
  }
  const text = reason('app.service-works', { questions: exchanges.length, ms })
  return { status: 'works', text }
}

function explainError(
  service: Service,
  error: unknown,
  exchanges: readonly Exchange[],
  limitMs: number,
): ServiceState {
  if (error instanceof UserError) {
    const state = explainReason(service, error.reason, exchanges, exchanges.at(-1))
    return state.worthReporting || !error.advice ? state : { ...state, advice: error.advice }
  }
  if (!(error instanceof Error && error.name === 'TimeoutError')) throw error
  const why = reason('app.service-silent', { seconds: limitMs / 1000 })
  const busy = exchanges.findLast(({ answer }) => answer !== undefined && answer.status >= 429)
  return busy ? refuse(service, why, busy) : cannotReach(why)
}

/** `failed` is the exchange that the reason is about. */
function explainReason(
  service: Service,
  why: Reason,
  exchanges: readonly Exchange[],
  failed: Exchange | undefined,
): ServiceState {
  // A page says nothing of errors but by its status.
  const isPage = why.code.startsWith('playlist.') && failed?.answer?.status === 200
  if (isPage || SHAPES.has(why.code))
    return hasOtherShape({ missing: findMissing(service, exchanges), why })
  // Under status 200 too a host may say that there will be no answer.
  return failed?.answer || REFUSALS.has(why.code) ? refuse(service, why, failed) : cannotReach(why)
}

function cannotReach(why: Reason): ServiceState {
  const text = reason('app.service-unreachable', { why })
  return { status: 'unreachable', text, advice: reason('app.look-at-network') }
}

/** Why an answer cannot be read. */
const SHAPES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'source.answer-of-another-shape',
  'source.answer-damaged',
  'source.answer-too-deep',
  'source.answer-too-much',
  'playlist.answer-damaged',
  'playlist.answer-too-deep',
  'playlist.answer-too-much',
])

/** What a host has said, though its answer was not handed on. */
const REFUSALS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'network.asks-for-quiet',
  'app.service-asks-to-wait',
])

function findMissing(service: Service, exchanges: readonly Exchange[]): string | undefined {
  for (const { url, answer } of exchanges) {
    if (!answer || answer.status < 200 || answer.status > 299) continue
    const missing = service.findMissing?.(new URL(url).pathname, answer.body)
    if (missing !== undefined) return missing
  }
  return undefined
}

function hasOtherShape(what: { readonly missing?: string; readonly why?: Reason }): ServiceState {
  const { missing } = what
  const text = reason('app.service-other-shape', what)
  return { status: 'other-shape', text, missing, worthReporting: true }
}

function refuse(service: Service, why: Reason, failed: Exchange | undefined): ServiceState {
  const isTold = why.code === 'source.refused-saying'
  const text = reason('app.service-refuses', { why, said: isTold ? undefined : failed?.said })
  const status = 'refused'
  if (ADVISING.has(why.code)) return { status, text }
  if (!isTold && why.code !== 'source.refused')
    return { status, text, advice: reason('app.ask-later') }
  const given = failed?.answer?.status ?? 0
  const isMistaken = MISTAKEN.has(given) || (given === 401 && !service.key)
  if (isMistaken) return { status, text, worthReporting: true }
  const advice = reason(given === 403 ? 'app.ask-from-elsewhere' : 'app.ask-later')
  return { status, text, advice }
}

/** Their sentences say what to do. */
const ADVISING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'source.unknown-key',
  'source.unknown-token',
  'source.unknown-client-id',
  'source.youtube-api-off',
  'source.jamendo-suspended',
  'source.challenged',
])

/** What a host means by these is that it was asked wrongly (RFC 9110, 15.5). */
const MISTAKEN: ReadonlySet<number> = new Set([400, 404, 405, 406, 410, 411, 414, 415, 422])
