export interface Hit {
  readonly track: number
  readonly score: number
  /** Found by its title alone: its artist may be anyone. */
  readonly isElsewhere: boolean
}

/** Above every score that names can reach. */
const FIRST = 1000
/** Some codes stand on hundreds of recordings. */
export const MAX_FIRST = 32

/** Tracks found on the way, each with its best score. */
export class LookupResult {
  readonly #scores = new Map<number, number>()
  readonly #elsewhere = new Set<number>()
  best = 0

  add(track: number, score: number): void {
    if ((this.#scores.get(track) ?? -1) < score) this.#scores.set(track, score)
    if (score > this.best) this.best = score
  }

  /** A track of the ISRC asked for. That is no proof: the search goes on as if it had not been found. */
  addFirst(track: number): void {
    if (this.#scores.size < MAX_FIRST) this.#scores.set(track, FIRST)
  }

  /** A track found by its title alone. */
  addElsewhere(track: number, score: number): void {
    this.#elsewhere.add(track)
    this.add(track, score)
  }

  has(track: number): boolean {
    return this.#scores.has(track)
  }

  /** How many have at least this score. */
  count(least: number): number {
    let count = 0
    for (const score of this.#scores.values()) if (score >= least) count++
    return count
  }

  /**
   * The best first, at most `many` of them, and of those worse than the best by `much` or more only so
   * many as make up `few`. Among equals in the order of the index, so that blocks are read once.
   */
  top({ few, many, much }: { few: number; many: number; much: number }): Hit[] {
    const all = Array.from(this.#scores, ([track, score]) => ({
      track,
      score,
      isElsewhere: this.#elsewhere.has(track),
    }))
    all.sort((a, b) => b.score - a.score || a.track - b.track)
    const least = this.best - much
    return all.slice(0, many).filter(({ score }, place) => place < few || score > least)
  }
}
