interface Sample {
  /** Milliseconds, of any clock that only goes forward. */
  readonly at: number
  readonly done: number
}

/** What is older says nothing of the tracks that come now: what is kept already goes by in no time. */
const WINDOW_MS = 3 * 60_000
/** Before so much was seen, any number would be a guess. */
const MIN_OBSERVED_MS = 15_000
const MIN_DONE = 3
/** So many samples tell a pace as well as all of them. */
const MIN_SAMPLE_GAP_MS = 500

/** How fast a run gets on, by what it did in the last minutes. */
export class RemainingTime {
  #samples: Sample[] = []

  /** A run that is not running has no pace: it begins anew. */
  rest(): void {
    this.#samples = []
  }

  note(at: number, done: number): void {
    const last = this.#samples.at(-1)
    if (last && done < last.done) this.#samples = []
    if (last && at - last.at < MIN_SAMPLE_GAP_MS) return
    this.#samples.push({ at, done })
    const oldest = this.#samples.findIndex((sample) => at - sample.at <= WINDOW_MS)
    if (oldest > 0) this.#samples.splice(0, oldest)
  }

  /** Milliseconds until `total` are done; undefined where that is not known yet. */
  left(now: number, done: number, total: number): number | undefined {
    const [first] = this.#samples
    if (!first || now - first.at < MIN_OBSERVED_MS || done - first.done < MIN_DONE) return undefined
    return ((total - done) * (now - first.at)) / (done - first.done)
  }
}

/** As exactly as it can be known: to 10 s, to the minute, to 5 minutes. */
export function roundRemaining(ms: number): number {
  const step = ms < 90_000 ? 10_000 : ms < 30 * 60_000 ? 60_000 : 5 * 60_000
  return Math.max(step, Math.round(ms / step) * step)
}
