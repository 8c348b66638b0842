/** A limited number of slots for all clients, and for each of them: one that takes all it can get leaves some to others. */
export class SlotLimits {
  readonly #taken = new Map<string, number>()
  readonly #maxEach: number
  readonly #max: number
  #all = 0

  constructor(maxEach: number, max: number) {
    this.#maxEach = maxEach
    this.#max = max
  }

  /** A slot, given back by disposing it; or whose are all taken. */
  take(client: string): Disposable | 'yours' | 'all' {
    const taken = this.#taken.get(client) ?? 0
    if (taken >= this.#maxEach) return 'yours'
    if (this.#all >= this.#max) return 'all'
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
