import type { HostPace, HostRule } from '../http.ts'

/** One request's turn to begin. */
interface Start {
  /** When it may leave, then when it left. */
  at: number
}

/** False where others had as many turns meanwhile as there may be in a period: then it has not begun, and must not leave. */
export type Begin = () => boolean

/** When the last requests of a rule began: those of the last period, and at least as many as may begin in one. */
export class Starts {
  readonly #rule: HostRule
  readonly #now: () => number
  /** The earliest first. */
  #begun: Start[] = []
  #inAll = 0

  constructor(rule: HostRule, now: () => number) {
    this.#rule = rule
    this.#now = now
  }

  /** From now on one more counts as begun; `begin` says when it really leaves, which is later where it has to connect. */
  note(): Begin {
    const start = { at: this.#now() }
    this.#inAll++
    this.#add(start)
    return () => this.#begin(start)
  }

  /** Milliseconds until one more may begin. */
  fullFor(): number {
    const { requests, perMs } = this.#rule.pace
    const oldest = this.#begun.at(-requests)
    if (oldest === undefined) return 0
    // A clock that is put back must not stop the run.
    return Math.min(perMs, oldest.at + perMs - this.#now())
  }

  #begin(start: Start): boolean {
    const since = this.#now() - this.#rule.pace.perMs
    const others = this.#begun.filter((each) => each !== start)
    this.#begun = others
    if (others.filter(({ at }) => at > since).length >= this.#rule.pace.requests) {
      this.#inAll--
      return false
    }
    start.at = this.#now()
    this.#add(start)
    return true
  }

  #add(start: Start): void {
    const { requests, perMs } = this.#rule.pace
    this.#begun.push(start)
    const least = this.#begun.length - requests
    this.#begun = this.#begun.filter(({ at }, place) => place >= least || at > start.at - perMs)
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
    const begun = this.#begun.slice(-requests).map(({ at }) => at)
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
