/** What was seen long ago says little of what comes: beyond this, half of it is forgotten at once. */
const MAX_SEEN_MS = 5 * 60_000

/** What a unit of some work costs, in milliseconds, as learnt from what was done. */
export class Rate {
  #ms = 0
  #units = 0

  /** Undefined while nothing was done. */
  get msPerUnit(): number | undefined {
    return this.#units > 0 ? this.#ms / this.#units : undefined
  }

  add(ms: number, units: number): void {
    this.#ms += ms
    this.#units += units
    if (this.#ms <= MAX_SEEN_MS) return
    this.#ms /= 2
    this.#units /= 2
  }
}

/**
 * What a unit of work costs where much of it is under way at once: the time during which any of it was, by what came
 * to its end. How many there are at once, and what they wait for, is in it.
 */
export class SharedRate {
  readonly #active = new Set<unknown>()
  readonly #rate = new Rate()
  #since = 0

  get msPerUnit(): number | undefined {
    return this.#rate.msPerUnit
  }

  begin(key: unknown, now: number): void {
    if (this.#active.size === 0) this.#since = now
    this.#active.add(key)
  }

  /** `units`: what was done. Nothing happens where it has not begun. */
  end(key: unknown, units: number, now: number): void {
    if (!this.#active.delete(key)) return
    this.#rate.add(now - this.#since, units)
    this.#since = now
  }
}
