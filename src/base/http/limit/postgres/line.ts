/** One who waits for a turn. */
interface Waiting {
  readonly pass: (turn: Turn) => void
  readonly refuse: (error: unknown) => void
}

/** A turn that was granted. */
export interface Turn {
  readonly id: string
  /** On this process' steady clock; it was granted later. */
  readonly askedAt: number
  /** A request that leaves later than so long after that would leave when others may. */
  readonly slackMs: number
}

/** Those of one run who wait for a turn at a host: first come, first served. */
export class WaitingLine {
  readonly #waiting = new Set<Waiting>()

  get length(): number {
    return this.#waiting.size
  }

  /** Leaves the line when the signal is aborted. */
  join(signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<Turn>()
    const leave = () => waiting.refuse(signal.reason)
    const end = () => {
      this.#waiting.delete(waiting)
      signal.removeEventListener('abort', leave)
    }
    const waiting: Waiting = {
      pass: (turn) => {
        end()
        resolve(turn)
      },
      refuse: (error) => {
        end()
        reject(error)
      },
    }
    this.#waiting.add(waiting)
    signal.addEventListener('abort', leave, { once: true })
    return promise
  }

  /** False where nobody waits any more. */
  pass(turn: Turn): boolean {
    const [first] = this.#waiting
    first?.pass(turn)
    return first !== undefined
  }

  /** Those who waited first stay; of the others each gets the error. */
  refuse(error: unknown, from = 0): void {
    for (const each of [...this.#waiting].slice(from)) each.refuse(error)
  }
}
