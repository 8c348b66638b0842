/** So many places for all, and so many of them for one client: one that takes all it can get leaves some to others. */
export class SlotLimits {
  readonly #taken = new Map<string, number>()
  readonly #each: number
  readonly #most: number
  #all = 0

  constructor(each: number, most: number) {
    this.#each = each
    this.#most = most
  }

  /** A place, given back by disposing it; or whose are all taken. */
  take(client: string): Disposable | 'yours' | 'all' {
    const taken = this.#taken.get(client) ?? 0
    if (taken >= this.#each) return 'yours'
    if (this.#all >= this.#most) return 'all'
    this.#taken.set(client, taken + 1)
    this.#all++
    return { [Symbol.dispose]: () => this.#giveBack(client) }
  }

  #giveBack(client: string) {
    this.#all--
    const left = (this.#taken.get(client) ?? 1) - 1
    if (left > 0) this.#taken.set(client, left)
    else this.#taken.delete(client)
  }
}
