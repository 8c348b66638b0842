import type { HostPace, HostRule } from '../http.ts'

/** When the last requests of a rule began, as many as may begin in one period. */
export class Starts {
  readonly #rule: HostRule
  readonly #now: () => number
  readonly #begun: number[] = []
  #inAll = 0

  constructor(rule: HostRule, now: () => number) {
    this.#rule = rule
    this.#now = now
  }

  note(): void {
    this.#inAll++
    this.#begun.push(this.#now())
    if (this.#begun.length > this.#rule.pace.requests) this.#begun.shift()
  }

  /** Milliseconds until one more may begin. */
  fullFor(): number {
    const { requests, perMs } = this.#rule.pace
    const [oldest] = this.#begun
    if (oldest === undefined || this.#begun.length < requests) return 0
    // A clock that is put back must not stop the run.
    return Math.min(perMs, oldest + perMs - this.#now())
  }

  /**
   * As it stands now: of what is under way or waits in line nothing is known but that it has begun, or not. `sharers`
   * are those among whom the turns are divided.
   */
  pace(sharers = 1): HostPace {
    const { host, pace, perRun = Number.POSITIVE_INFINITY } = this.#rule
    const { requests } = pace
    const perMs = pace.perMs * sharers
    const now = this.#now()
    const begun = [...this.#begun]
    const msUntil = (more: number) => {
      const last = Math.ceil(more) - 1
      if (last < 0) return 0
      // Turns of the period that nobody has taken come first, then those that were taken longest ago.
      const turn = (last % requests) - (requests - begun.length)
      const freeAt = turn < 0 ? now : Math.max(now, (begun[turn] ?? now) + perMs)
      return freeAt - now + Math.floor(last / requests) * perMs
    }
    return { host, begun: this.#inAll, intervalMs: perMs / requests, perRun, msUntil }
  }
}
