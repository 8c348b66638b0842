import { StorageError, UserError } from '../../../words/user-error.ts'
import { RequestRefusedError, UnavailableError } from '../errors.ts'
import { ATTEMPTS, backoff, isPassing, readRetryAfter } from './backoff.ts'
import { BadBodyError, TooLong } from './body.ts'
import type { Clock } from './rate-limiter.ts'

/** What one attempt came to: only the status and what the host says of a second one matter here. */
export interface Attempt {
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
 * Unavailable where there is none.
 */
export async function retry<Result extends Attempt>(
  attempt: () => Promise<Result>,
  { host, clock, repeatable }: RetryPolicy,
  signal: AbortSignal,
): Promise<Result> {
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
      // The next attempt waits for the host's quiet to end, or learns that it is too long.
      if (readRetryAfter(result.retryAfter, clock.now())) continue
    } else {
      const error = findCause(outcome.error)
      if (error instanceof UserError) throw error
      if (isLast || error instanceof TooLong || isNameless(error))
        throw new UnavailableError(host, `${host} does not answer: ${say(error)}.`, {
          cause: error,
        })
    }
    await clock.sleep(backoff(number + 1), signal)
  }
}

/** A refusal within a connection comes out wrapped. */
function findCause(error: unknown): unknown {
  for (let each = error; each instanceof Error; each = each.cause)
    if (
      each instanceof RequestRefusedError ||
      each instanceof StorageError ||
      each instanceof UnavailableError
    )
      return each
  return error
}

/** No second attempt finds a host whose name nobody knows; most often there is no network at all. */
const isNameless = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(?:ENOTFOUND|EAI_AGAIN)$/.test(String(error.code))

function say(error: unknown): string {
  if (error instanceof BadBodyError) return error.message
  if (error instanceof Error && error.name === 'TimeoutError') return 'it is too slow'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    sayings[code] ??
    (error instanceof Error && error.message !== '' ? error.message : code || 'no reason given')
  )
}

const sayings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known, or there is no network',
  EAI_AGAIN: 'its name cannot be looked up now, or there is no network',
  ECONNREFUSED: 'it refuses connections',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  ECONNRESET: 'it hung up',
  UND_ERR_SOCKET: 'it hung up',
  UND_ERR_CONNECT_TIMEOUT: 'it cannot be reached',
  UND_ERR_HEADERS_TIMEOUT: 'it is too slow',
  UND_ERR_BODY_TIMEOUT: 'it is too slow',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer was cut short',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
  Z_BUF_ERROR: 'its answer was cut short',
  Z_DATA_ERROR: 'its answer is damaged',
}
