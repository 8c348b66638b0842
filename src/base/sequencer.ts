/**
 * Lets parallel work pass one point in its order: `take(n)` waits until 0 … n-1 have each passed,
 * by finishing with the point or by ending without reaching it.
 */
export class Sequencer {
  readonly #passed = new Set<number>()
  readonly #waiting = new Map<number, () => void>()
  #next = 0

  take(turn: number): Promise<void> {
    if (turn <= this.#next) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.set(turn, resolve))
  }

  /** May be called more than once for a turn. */
  pass(turn: number): void {
    if (turn < this.#next) return
    this.#passed.add(turn)
    while (this.#passed.delete(this.#next)) this.#next++
    this.#waiting.get(this.#next)?.()
    this.#waiting.delete(this.#next)
  }
}
