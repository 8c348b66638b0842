interface Sample {
  readonly at: number
  readonly done: number
}

/** What is older says little of what comes now. */
const WINDOW_MS = 3 * 60_000
/** Before so much was seen, any number would be a guess. */
const MIN_OBSERVED_MS = 5_000
/** So many samples tell a pace as well as all of them. */
const MIN_SAMPLE_GAP_MS = 500

/**
 * How fast something gets on that is measured in units of one size, as bytes are. Times are milliseconds of any clock
 * that only goes forward.
 */
export class Pace {
  #samples: Sample[] = []

  note(at: number, done: number): void {
    const last = this.#samples.at(-1)
    if (last && done < last.done) this.#samples = []
    else if (last && at - last.at < MIN_SAMPLE_GAP_MS) return
    this.#samples.push({ at, done })
    const oldest = this.#samples.findIndex((sample) => at - sample.at <= WINDOW_MS)
    if (oldest > 0) this.#samples.splice(0, oldest)
  }

  /** Milliseconds until `total` are done; undefined where that is not known yet. */
  left(now: number, done: number, total: number): number | undefined {
    const [first] = this.#samples
    if (!first || now - first.at < MIN_OBSERVED_MS || done <= first.done) return undefined
    return ((total - done) * (now - first.at)) / (done - first.done)
  }
}
