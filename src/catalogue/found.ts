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

  /** At most so many, the best first; among equals in the order of the index, so that blocks are read once. */
  top(most: number): { readonly track: number; readonly score: number }[] {
    const all = [...this.#scores].map(([track, score]) => ({ track, score }))
    return all.sort((a, b) => b.score - a.score || a.track - b.track).slice(0, most)
  }
}
