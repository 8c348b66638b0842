import type { UnavailableSource } from '../model/outcome.ts'
import { type Reason, reasonOf } from '../model/reason.ts'
import type { Unanswered } from '../model/verdict.ts'
import { StorageError } from '../words/user-error.ts'

/** Failures in a row after which a provider is not asked again in this run. */
const MAX_FAILURES = 3

/** "Nothing found" is an answer; that nobody could be asked is none. */
export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | ({ readonly kind: 'unanswered' } & Unanswered)

/** What is known of one provider's health. */
interface Circuit {
  /** In a row. */
  failures: number
  lastReason?: Reason
  /** Aborted once the provider is left alone. */
  readonly open: AbortController
}

/**
 * Asks providers that may be down, so that none of them ever stops a track: what one did not answer is told as
 * unanswered, and one that fails again and again is left alone for the rest of the run, by questions too that are
 * still waiting for their turn.
 */
export class CircuitBreaker {
  readonly #circuits = new Map<string, Circuit>()
  readonly #listeners = new Set<(leftAlone: UnavailableSource) => void>()

  /** `title` as a person knows the provider. The call must end when its signal is aborted. */
  async ask<Value>(
    title: string,
    call: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Asked<Value>> {
    const circuit = this.#circuitOf(title)
    const { open } = circuit
    if (!open.signal.aborted)
      try {
        const value = await call(AbortSignal.any([signal, open.signal]))
        circuit.failures = 0
        return { kind: 'answered', value }
      } catch (error) {
        if (signal.aborted || error instanceof StorageError) throw error
        if (!open.signal.aborted) this.#fail(title, circuit, reasonOf(error))
      }
    return {
      kind: 'unanswered',
      by: title,
      reason: circuit.lastReason ?? reasonOf(open.signal.reason),
    }
  }

  /** A provider could say a part of what it was asked for: told in the report, and no failure. */
  note(title: string, reason: Reason): void {
    this.#circuitOf(title).lastReason = reason
  }

  /** Every provider that failed to answer something, with its last reason. */
  get unavailable(): readonly UnavailableSource[] {
    return [...this.#circuits].flatMap(([source, { lastReason, open }]) =>
      lastReason ? { source, reason: lastReason, leftAlone: open.signal.aborted || undefined } : [],
    )
  }

  /** Tells of each provider that is left alone from now on. */
  listen(listener: (leftAlone: UnavailableSource) => void): Disposable {
    // Each has a function of its own, even where two bring the same.
    const call = (leftAlone: UnavailableSource) => listener(leftAlone)
    this.#listeners.add(call)
    return { [Symbol.dispose]: () => void this.#listeners.delete(call) }
  }

  #fail(title: string, circuit: Circuit, reason: Reason): void {
    circuit.lastReason = reason
    if (++circuit.failures < MAX_FAILURES) return
    circuit.open.abort()
    for (const tell of this.#listeners) tell({ source: title, reason, leftAlone: true })
  }

  #circuitOf(title: string): Circuit {
    const known = this.#circuits.get(title)
    if (known) return known
    const circuit = { failures: 0, open: new AbortController() }
    this.#circuits.set(title, circuit)
    return circuit
  }
}
