import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Whether an error says nothing about the statement: the server restarts, the connection broke, two transactions were
 * in each other's way. What had been sent may have been done or not: only what is safe to do twice may be tried again.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.has(code) || code.startsWith('08') || LOST.test(error.message)
}

/** Whether the server says that nothing of the transaction was done: it can always be tried again. */
export const wasRolledBack = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ROLLED_BACK.has(String(error.code))

/** Serialization failure and deadlock: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const ROLLED_BACK: ReadonlySet<string> = new Set(['40001', '40P01'])

const CODES: ReadonlySet<string> = new Set([
  ...ROLLED_BACK,
  // Shut down by its operator, a neighbour crashed, not ready to answer yet, too many connections.
  ...['57P01', '57P02', '57P03', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ECONNABORTED'],
])

/** What the driver says, without a code, of a connection that has gone. */
const LOST =
  /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout|is not queryable/

const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 2_000

export interface RetryOptions {
  /** For how long it is tried again. */
  readonly forMs: number
  /** Which errors do not count; those that are transient by default. */
  readonly when?: (error: unknown) => boolean
  readonly signal?: AbortSignal
}

/** Does it again after an error that does not count, with growing pauses, until the time is over. */
export async function retry<Result>(
  act: () => Promise<Result>,
  { forMs, when = isTransient, signal }: RetryOptions,
): Promise<Result> {
  const until = performance.now() + forMs
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await act()
    } catch (error) {
      // A part of the pause by chance, so that many who failed together do not come together again.
      const pauseMs = waitMs * (0.5 + Math.random() / 2)
      if (!when(error) || performance.now() + pauseMs > until) throw error
      await sleep(pauseMs, undefined, { signal })
    }
  }
}
