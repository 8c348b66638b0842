import type { UnavailableSource } from '../model/outcome.ts'
import { type Reason, reasonOf } from '../model/reason.ts'
import { StorageError } from '../words/user-error.ts'

/** Failures in a row after which a provider is not asked again in this run. */
const MAX_FAILURES = 3

/**
 * Asks providers that may be down, so that none of them ever stops a track: what one did not answer is left
 * out and remembered with its reason, and one that fails again and again is not asked any more.
 */
export class CircuitBreaker {
  /** In a row, by the provider's title. */
  readonly #failures = new Map<string, number>()
  readonly #unavailable = new Map<string, Reason>()

  /** What `call` gives, or undefined where the provider does not answer. */
  async ask<Value>(
    title: string,
    call: () => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Value | undefined> {
    if ((this.#failures.get(title) ?? 0) >= MAX_FAILURES) return undefined
    try {
      const value = await call()
      this.#failures.delete(title)
      return value
    } catch (error) {
      if (signal.aborted || error instanceof StorageError) throw error
      this.#failures.set(title, (this.#failures.get(title) ?? 0) + 1)
      this.#unavailable.set(title, reasonOf(error))
      return undefined
    }
  }

  /** Every provider that failed to answer something, with its last reason. */
  get unavailable(): readonly UnavailableSource[] {
    return [...this.#unavailable].map(([source, reason]) => ({ source, reason }))
  }
}
