import type { Limits } from './limits.ts'
import { Refusal } from './refusal.ts'

/** How many listen: a place is taken before, and given back by disposing it. */
export class Streams {
  readonly #taken = new Map<string, number>()
  readonly #limits: Limits
  #all = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  take(client: string): Disposable {
    const { streams, streamsEach } = this.#limits
    const taken = this.#taken.get(client) ?? 0
    if (taken >= streamsEach || this.#all >= streams)
      throw new Refusal(
        taken >= streamsEach ? 429 : 503,
        'Too many pages listen at once.',
        'Close some of them.',
        { 'Retry-After': '5' },
      )
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
