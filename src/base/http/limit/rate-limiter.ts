import type { HostPace, HostRule } from '../http.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/**
 * The turns at one rule's hosts. It holds over all who share it: everybody in this run (`in-process.ts`), or every
 * worker behind one address (`postgres/`). At no moment more requests are under way than the rule says, and in no
 * period more begin.
 */
export interface RateLimiter {
  /**
   * Runs `call` when it is its turn; what counts is when it begins, after all waiting. The signal that it is given is
   * aborted with the caller's, or when the turn is lost to another: then the request must end. UnavailableError while
   * the host wants to be left alone for long, when this run has asked it often enough, and when for too long nobody
   * can tell whose turn it is.
   */
  turn<Value>(call: TurnCall<Value>, signal: AbortSignal): Promise<Value>
  /** The host has asked to be left alone, for so many milliseconds from now. */
  hush(host: string, ms: number): void
  /** As it stands now: an estimate, of which nothing else depends but what is told of the time that remains. */
  readonly pace: HostPace
}

/**
 * Calls `begin` just before the request leaves, however long it took to connect. Where `begin` throws, the turn is over:
 * the request must not leave, and `call` may be called again, in another turn.
 */
export type TurnCall<Value> = (signal: AbortSignal, begin: () => void) => Promise<Value>

/** Makes the limiter of a rule for one run: `perRun` counts from here. */
export type OpenLimiter = (rule: HostRule) => RateLimiter

/** A host that asks to be left alone for longer is not asked again in this run. */
export const MAX_QUIET_MS = 60_000
