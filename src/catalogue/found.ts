export interface Hit {
  readonly track: number
  readonly score: number
}

/** Tracks found on the way, each with its best score. */
export class Found {
  readonly #scores = new Map<number, number>()
  best = 0

  add(track: number, score: number): void {
    if ((this.#scores.get(track) ?? -1) < score) this.#scores.set(track, score)
    if (score > this.best) this.best = score
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
    const all = [...this.#scores].map(([track, score]) => ({ track, score }))
    all.sort((a, b) => b.score - a.score || a.track - b.track)
    const least = this.best - much
    return all.slice(0, many).filter(({ score }, place) => place < few || score > least)
  }
}
