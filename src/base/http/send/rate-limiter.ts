import { reason } from '../../../model/reason.ts'
import { UnavailableError } from '../errors.ts'
import type { HostPace, HostRule } from '../http.ts'
import { orAbort } from './or-abort.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** A host that asks to be left alone for longer is not asked again in this run. */
const MAX_WAIT_MS = 60_000

/**
 * The turns at one rule's hosts, shared by all who ask there: first come, first served. What counts is
 * when a request begins, after all waiting, so that the end of a host's quiet is no burst of requests.
 */
export class RateLimiter {
  readonly #rule: HostRule
  readonly #clock: Clock
  /** When the last ones began, as many as may begin in one period. */
  readonly #begun: number[] = []
  #underWay = 0
  #total = 0
  #begunInAll = 0
  #lastInLine: Promise<void> = Promise.resolve()
  #changed = Promise.withResolvers<void>()
  #quiet = { until: 0, host: '' }

  constructor(rule: HostRule, clock: Clock) {
    this.#rule = rule
    this.#clock = clock
  }

  /** Runs `call` when it is its turn. Throws Unavailable while the host wants to be left alone for long. */
  async turn<Value>(call: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    const before = this.#lastInLine
    const done = Promise.withResolvers<void>()
    this.#lastInLine = done.promise
    try {
      await orAbort(before, signal)
      await this.#untilFree(signal)
    } finally {
      // Whoever gives up in the line does not let the next one overtake those before.
      void before.then(done.resolve)
    }
    try {
      return await call()
    } finally {
      this.#underWay--
      this.#announce()
    }
  }

  /** The host has asked for quiet. */
  hush(host: string, ms: number): void {
    const until = this.#clock.now() + ms
    if (until > this.#quiet.until) this.#quiet = { until, host }
    this.#announce()
  }

  async #untilFree(signal: AbortSignal): Promise<void> {
    const { host, perRun = Number.POSITIVE_INFINITY } = this.#rule
    if (this.#total >= perRun)
      throw new UnavailableError(host, reason('network.asked-enough', { host, times: perRun }))
    this.#total++
    for (;;) {
      signal.throwIfAborted()
      const waitMs = Math.max(this.#quietFor(), this.#fullFor())
      if (waitMs > 0) await this.#clock.sleep(waitMs, signal)
      else if (this.#underWay >= this.#rule.atOnce) await orAbort(this.#changed.promise, signal)
      else break
    }
    this.#underWay++
    this.#begunInAll++
    this.#begun.push(this.#clock.now())
    if (this.#begun.length > this.#rule.pace.requests) this.#begun.shift()
  }

  #quietFor(): number {
    const { until, host } = this.#quiet
    const waitMs = until - this.#clock.now()
    if (waitMs <= MAX_WAIT_MS) return waitMs
    const at = new Date(until).toISOString()
    throw new UnavailableError(host, reason('network.asks-for-quiet', { host, until: at }), {
      until: at,
    })
  }

  /** As it stands now: of what is under way or waits in line nothing is known but that it has begun, or not. */
  get pace(): HostPace {
    const { host, pace, perRun = Number.POSITIVE_INFINITY } = this.#rule
    const { requests, perMs } = pace
    const now = this.#clock.now()
    const begun = [...this.#begun]
    const msUntil = (more: number) => {
      const last = Math.ceil(more) - 1
      if (last < 0) return 0
      // Turns of the period that nobody has taken come first, then those that were taken longest ago.
      const turn = (last % requests) - (requests - begun.length)
      const freeAt = turn < 0 ? now : Math.max(now, (begun[turn] ?? now) + perMs)
      return freeAt - now + Math.floor(last / requests) * perMs
    }
    return { host, begun: this.#begunInAll, intervalMs: perMs / requests, perRun, msUntil }
  }

  #fullFor(): number {
    const { requests, perMs } = this.#rule.pace
    const [oldest] = this.#begun
    if (oldest === undefined || this.#begun.length < requests) return 0
    // A clock that is put back must not stop the run.
    return Math.min(perMs, oldest + perMs - this.#clock.now())
  }

  #announce(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}
