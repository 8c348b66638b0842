/** The items of the highest scores among any number of them, the highest first. */
export class Best<Item> {
  readonly #most: number
  /** The highest first. */
  readonly #held: { readonly score: number; readonly item: Item }[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** `item` is called only where it is among the best so far. Of equal scores the earlier one stays. */
  add(score: number, item: () => Item): void {
    const held = this.#held
    const last = held.at(-1)
    if (held.length >= this.#most && last && score <= last.score) return
    const at = held.findIndex((each) => each.score < score)
    held.splice(at < 0 ? held.length : at, 0, { score, item: item() })
    if (held.length > this.#most) held.pop()
  }

  all(): readonly Item[] {
    return this.#held.map(({ item }) => item)
  }
}
