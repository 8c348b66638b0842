import { reason } from '../../../model/reason.ts'
import { UnavailableError } from '../errors.ts'
import type { HostPace, HostRule } from '../http.ts'
import { orAbort } from '../send/or-abort.ts'
import { type Clock, MAX_QUIET_MS, type RateLimiter, type TurnCall } from './rate-limiter.ts'
import { type Begin, Starts } from './starts.ts'
import { TurnLateError } from './turn-late.ts'

/**
 * The turns at one rule's hosts, shared by all who ask there in one run: first come, first served. What counts is
 * when a request begins, after all waiting, so that the end of a host's quiet is no burst of requests.
 */
export class InProcessLimiter implements RateLimiter {
  readonly #rule: HostRule
  readonly #clock: Clock
  readonly #starts: Starts
  #underWay = 0
  #total = 0
  #lastInLine: Promise<void> = Promise.resolve()
  #changed = Promise.withResolvers<void>()
  #quiet = { until: 0, host: '' }

  constructor(rule: HostRule, clock: Clock) {
    this.#rule = rule
    this.#clock = clock
    this.#starts = new Starts(rule, () => clock.now())
  }

  async turn<Value>(call: TurnCall<Value>, signal: AbortSignal): Promise<Value> {
    this.#countRun()
    for (;;) {
      const used = await this.#useTurn(call, signal)
      if (used) return used.value
    }
  }

  /** Undefined where the request was not ready to leave in time: the turn is given back. */
  async #useTurn<Value>(call: TurnCall<Value>, signal: AbortSignal) {
    const begin = await this.#takeTurn(signal)
    let isLate = false
    const beginInTime = () => {
      isLate = !begin()
      if (isLate) throw new TurnLateError()
    }
    try {
      return { value: await call(signal, beginInTime) }
    } catch (error) {
      if (!isLate || signal.aborted) throw error
      return undefined
    } finally {
      this.#underWay--
      this.#announce()
    }
  }

  async #takeTurn(signal: AbortSignal): Promise<Begin> {
    const before = this.#lastInLine
    const done = Promise.withResolvers<void>()
    this.#lastInLine = done.promise
    try {
      await orAbort(before, signal)
      return await this.#untilFree(signal)
    } finally {
      // Whoever gives up in the line does not let the next one overtake those before.
      void before.then(done.resolve)
    }
  }

  hush(host: string, ms: number): void {
    const until = this.#clock.now() + ms
    if (until > this.#quiet.until) this.#quiet = { until, host }
    this.#announce()
  }

  get pace(): HostPace {
    return this.#starts.pace()
  }

  #countRun(): void {
    const { host, perRun = Number.POSITIVE_INFINITY } = this.#rule
    if (this.#total >= perRun)
      throw new UnavailableError(host, reason('network.asked-enough', { host, times: perRun }))
    this.#total++
  }

  async #untilFree(signal: AbortSignal): Promise<Begin> {
    for (;;) {
      signal.throwIfAborted()
      const waitMs = Math.max(this.#quietFor(), this.#starts.fullFor())
      if (waitMs > 0) await this.#clock.sleep(waitMs, signal)
      else if (this.#underWay >= this.#rule.atOnce) await orAbort(this.#changed.promise, signal)
      else break
    }
    this.#underWay++
    return this.#starts.note()
  }

  #quietFor(): number {
    const { until, host } = this.#quiet
    const waitMs = until - this.#clock.now()
    if (waitMs <= MAX_QUIET_MS) return waitMs
    const at = new Date(until).toISOString()
    throw new UnavailableError(host, reason('network.asks-for-quiet', { host, until: at }), {
      until: at,
    })
  }

  #announce(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}
