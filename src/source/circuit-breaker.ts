import type { LineState } from '../base/http/http.ts'
import type { UnavailableSource } from '../model/outcome.ts'
import type { Progress } from '../model/progress.ts'
import { type Reason, reason, reasonOf } from '../model/reason.ts'
import type { Unanswered } from '../model/verdict.ts'
import { StorageError } from '../words/user-error.ts'

/** Failures in a row after which a provider is not asked again in this run. */
const MAX_FAILURES = 3
/** Where there is no network, one question after so long tries whether it is back. */
const RETRY_MS = 30_000

/** "Nothing found" is an answer; that nobody could be asked is none. */
export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | ({ readonly kind: 'unanswered' } & Unanswered)

/** What is told while it happens. */
export type BreakerNews = Extract<Progress, { readonly kind: 'left-alone' | 'network' }>

/** What is known of one provider's health. */
interface Circuit {
  /** In a row. */
  failures: number
  lastReason?: Reason
  /** Aborted once the provider is left alone. */
  readonly open: AbortController
  isTold?: boolean
}

export interface BreakerTools {
  /** Whether there is a network; where nobody knows, there is. */
  readonly line?: () => LineState
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number
}

/**
 * Asks providers that may be down, so that none of them ever stops a track: what one did not answer is told as
 * unanswered, and one that fails again and again is left alone for the rest of the run, by questions too that are
 * still waiting for their turn. Where there is no network at all, that is told once, and no provider is blamed: nobody
 * is asked, but for a question now and then that finds out whether it is back.
 */
export class CircuitBreaker {
  readonly #circuits = new Map<string, Circuit>()
  readonly #listeners = new Set<(news: BreakerNews) => void>()
  readonly #line: () => LineState
  readonly #now: () => number
  /** Told to nobody yet, since nobody listened. */
  #untold: BreakerNews[] = []
  #down: 'none' | 'lost' | undefined
  #wasDown = false
  #retryAt = 0

  constructor({ line = () => 'up', now = () => performance.now() }: BreakerTools = {}) {
    this.#line = line
    this.#now = now
  }

  /** `title` as a person knows the provider. The call must end when its signal is aborted. */
  async ask<Value>(
    title: string,
    call: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Asked<Value>> {
    const circuit = this.#circuitOf(title)
    const { open } = circuit
    if (!open.signal.aborted && this.#mayAsk())
      try {
        const value = await call(AbortSignal.any([signal, open.signal]))
        circuit.failures = 0
        this.#lookAtLine()
        return { kind: 'answered', value }
      } catch (error) {
        if (signal.aborted || error instanceof StorageError) throw error
        if (!open.signal.aborted) this.#fail(circuit, reasonOf(error))
      }
    const why = this.#down ? reason('network.none') : circuit.lastReason
    return { kind: 'unanswered', by: title, reason: why ?? reasonOf(open.signal.reason) }
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

  /** Where there was no network, or none for a while, what that meant; undefined where there was one all the time. */
  get network(): Reason | undefined {
    if (this.#down) return reason(`backup.network-${this.#down}`)
    return this.#wasDown ? reason('backup.network-back') : undefined
  }

  /** Tells of each provider that is left alone from now on, and of the network. */
  listen(listener: (news: BreakerNews) => void): Disposable {
    // Each has a function of its own, even where two bring the same.
    const call = (news: BreakerNews) => listener(news)
    this.#listeners.add(call)
    for (const news of this.takeUntold()) call(news)
    return { [Symbol.dispose]: () => void this.#listeners.delete(call) }
  }

  /** What happened while nobody listened; it is told no more. */
  takeUntold(): readonly BreakerNews[] {
    const untold = this.#untold
    this.#untold = []
    return untold
  }

  #tell(news: BreakerNews): void {
    if (this.#listeners.size === 0) this.#untold.push(news)
    for (const tell of this.#listeners) tell(news)
  }

  #mayAsk(): boolean {
    if (!this.#down) return true
    if (this.#now() < this.#retryAt) return false
    this.#retryAt = this.#now() + RETRY_MS
    return true
  }

  #fail(circuit: Circuit, reason: Reason): void {
    this.#lookAtLine()
    if (this.#down) return
    circuit.lastReason = reason
    if (++circuit.failures >= MAX_FAILURES) circuit.open.abort()
    if (this.#line() === 'up') this.#tellLeftAlone()
  }

  /** A provider is blamed only where others can be reached. */
  #lookAtLine(): void {
    const line = this.#line()
    if (line === 'none' || line === 'lost') this.#goDown(line)
    else this.#comeBack(line)
  }

  #comeBack(line: LineState): void {
    if (this.#down) this.#tell({ kind: 'network', state: 'back' })
    this.#down = undefined
    if (line === 'up') this.#tellLeftAlone()
  }

  #goDown(state: 'none' | 'lost'): void {
    if (this.#down) return
    this.#down = state
    this.#wasDown = true
    this.#retryAt = this.#now() + RETRY_MS
    // Their failures were not their own: whoever waits for a turn is told at once, and they are asked when it is back.
    for (const [title, { open, isTold }] of this.#circuits) {
      if (isTold) continue
      open.abort()
      this.#circuits.delete(title)
    }
    this.#tell({ kind: 'network', state })
  }

  #tellLeftAlone(): void {
    for (const [source, circuit] of this.#circuits) {
      const { lastReason, open, isTold } = circuit
      if (isTold || !open.signal.aborted || !lastReason) continue
      circuit.isTold = true
      this.#tell({
        kind: 'left-alone',
        unavailable: { source, reason: lastReason, leftAlone: true },
      })
    }
  }

  #circuitOf(title: string): Circuit {
    const known = this.#circuits.get(title)
    if (known) return known
    const circuit = { failures: 0, open: new AbortController() }
    this.#circuits.set(title, circuit)
    return circuit
  }
}
