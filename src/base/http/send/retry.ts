import { type Reason, reason, textReason } from '../../../model/reason.ts'
import { StorageError, UserError } from '../../../words/user-error.ts'
import { RequestRefusedError, UnavailableError } from '../errors.ts'
import type { HttpAnswer } from '../http.ts'
import type { Clock } from '../limit/rate-limiter.ts'
import { ATTEMPTS, backoff, isPassing, readRetryAfter } from './backoff.ts'
import { BadBodyError, TooLongError, WrongContentError } from './body.ts'

/** What one attempt came to: the status and what the host says of a second one matter here. */
export interface Attempt extends Partial<Pick<HttpAnswer, 'body' | 'answer'>> {
  readonly status: number
  readonly retryAfter?: string | undefined
}

export interface RetryPolicy {
  readonly host: string
  readonly clock: Clock
  /** Asking twice does no harm. */
  readonly repeatable: boolean
}

/**
 * Tries again what a second attempt may mend. Returns the last answer, whatever its status; throws
 * UnavailableError where there is none.
 */
export async function retry<Result extends Attempt>(
  attempt: () => Promise<Result>,
  { host, clock, repeatable }: RetryPolicy,
  signal: AbortSignal,
): Promise<Result> {
  let refused: Attempt | undefined
  for (let number = 1; ; number++) {
    const outcome = await attempt().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
    signal.throwIfAborted()
    const isLast = number >= ATTEMPTS || !repeatable
    if ('result' in outcome) {
      const { result } = outcome
      if (!isPassing(result.status) || isLast) return result
      refused = result
      // The next attempt waits for the host's quiet to end, or learns that it is too long.
      if (readRetryAfter(result.retryAfter, clock.now())) continue
    } else {
      const error = findCause(outcome.error)
      if (error instanceof UnavailableError && refused) throw addRefusal(error, refused)
      if (error instanceof UserError) throw error
      if (isLast || isHopeless(error, number)) {
        const why = { host, why: explain(error) }
        const isWrong = error instanceof WrongContentError
        const code = isWrong ? 'network.wrong-content' : 'network.no-answer'
        throw new UnavailableError(host, reason(code, why), { cause: error })
      }
    }
    await clock.sleep(backoff(number + 1), signal)
  }
}

/** A host that asks to be left alone for long said why with its last answer. */
function addRefusal(error: UnavailableError, { status, body, answer }: Attempt) {
  const { host, reason: why, until } = error
  return body && answer
    ? new UnavailableError(host, why, { until, refusal: { status, body, answer } })
    : error
}

/** A refusal within a connection comes out wrapped. */
export function findCause(error: unknown): unknown {
  for (let each = error; each instanceof Error; each = each.cause)
    if (
      each instanceof RequestRefusedError ||
      each instanceof StorageError ||
      each instanceof UnavailableError
    )
      return each
  return error
}

/** What a further attempt would not mend. */
const isHopeless = (error: unknown, attempts: number) =>
  error instanceof TooLongError ||
  isNameless(error) ||
  (error instanceof WrongContentError && attempts > 1)

/** No second attempt finds a host whose name nobody knows; most often there is no network at all. */
const isNameless = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(?:ENOTFOUND|EAI_AGAIN)$/.test(String(error.code))

/** What is wrong, in words that go after a host's name. */
export function explain(error: unknown): Reason {
  if (error instanceof BadBodyError) return error.reason
  if (error instanceof Error && error.name === 'TimeoutError') return reason('network.too-slow')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = codes[code]
  if (known) return reason(known)
  const words = error instanceof Error && error.message !== '' ? error.message : code
  return words === '' ? reason('network.no-reason') : textReason(words)
}

/** Reasons without parameters. */
type PlainFault =
  | 'network.unknown-name'
  | 'network.no-name-server'
  | 'network.refuses-connections'
  | 'network.unreachable'
  | 'network.hung-up'
  | 'network.too-slow'
  | 'network.turn-lost'
  | 'network.answer-cut-short'
  | 'network.headers-too-long'
  | 'network.answer-damaged'

/** What the codes of Node and undici mean. */
const codes: Readonly<Record<string, PlainFault>> = {
  TURN_LOST: 'network.turn-lost',
  ENOTFOUND: 'network.unknown-name',
  EAI_AGAIN: 'network.no-name-server',
  ECONNREFUSED: 'network.refuses-connections',
  EHOSTUNREACH: 'network.unreachable',
  ENETUNREACH: 'network.unreachable',
  ECONNRESET: 'network.hung-up',
  UND_ERR_SOCKET: 'network.hung-up',
  UND_ERR_CONNECT_TIMEOUT: 'network.unreachable',
  UND_ERR_HEADERS_TIMEOUT: 'network.too-slow',
  UND_ERR_BODY_TIMEOUT: 'network.too-slow',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'network.answer-cut-short',
  UND_ERR_HEADERS_OVERFLOW: 'network.headers-too-long',
  Z_BUF_ERROR: 'network.answer-cut-short',
  Z_DATA_ERROR: 'network.answer-damaged',
}
