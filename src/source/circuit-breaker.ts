import { StorageError } from '../words/user-error.ts'

/** Failures in a row after which a place is not asked again in this run. */
const PATIENCE = 3

/**
 * Asks places that may be down, so that one of them never stops a track: what it would not answer is
 * left out and remembered with its reason, and a place that fails again and again is left alone.
 */
export class CircuitBreaker {
  /** In a row, by place. */
  readonly #failures = new Map<string, number>()
  readonly #unavailable = new Map<string, string>()

  /** What `call` gives, or undefined where the place does not answer. */
  async ask<Value>(
    place: string,
    call: () => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Value | undefined> {
    if ((this.#failures.get(place) ?? 0) >= PATIENCE) return undefined
    try {
      const value = await call()
      this.#failures.delete(place)
      return value
    } catch (error) {
      if (signal.aborted || error instanceof StorageError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      this.#failures.set(place, (this.#failures.get(place) ?? 0) + 1)
      this.#unavailable.set(place, reason)
      return undefined
    }
  }

  /** Every place that failed to answer something, with its last reason. */
  get unavailable(): readonly { readonly source: string; readonly reason: string }[] {
    return [...this.#unavailable].map(([source, reason]) => ({ source, reason }))
  }
}
