interface Waiting {
  readonly size: number
  /** How many had been let through when it came. */
  readonly since: number
  readonly pass: (permit: Disposable) => void
  readonly refuse: (error: unknown) => void
}

/**
 * So many at a time. Of those that wait the largest goes first, among equals the one that came first; but one that
 * was overtaken `patience` times goes next, whatever its size.
 */
export class Semaphore {
  readonly #patience: number
  readonly #waiting: Waiting[] = []
  #free: number
  #passed = 0
  #closed: { readonly error: unknown } | undefined

  constructor(permits: number, patience = Number.POSITIVE_INFINITY) {
    this.#free = permits
    this.#patience = patience
  }

  /** Resolves to a permit; to give it back more than once does no harm. */
  acquire(size = 0): Promise<Disposable> {
    if (this.#closed) return Promise.reject(this.#closed.error)
    return new Promise((pass, refuse) => {
      this.#waiting.push({ size, since: this.#passed, pass, refuse })
      this.#letPass()
    })
  }

  /** That many more at a time. */
  add(permits: number): void {
    this.#free += permits
    this.#letPass()
  }

  /** Nobody gets a permit any more: who waits, or comes, is refused with the error. */
  close(error: unknown): void {
    this.#closed ??= { error }
    for (const { refuse } of this.#waiting.splice(0)) refuse(error)
  }

  #letPass(): void {
    while (this.#free > 0) {
      const next = this.#takeNext()
      if (!next) return
      this.#free--
      this.#passed++
      next.pass(this.#makePermit())
    }
  }

  #takeNext(): Waiting | undefined {
    const [first] = this.#waiting
    if (!first) return undefined
    const isOverdue = this.#passed - first.since >= this.#patience
    const next = isOverdue ? first : this.#waiting.reduce((a, b) => (b.size > a.size ? b : a))
    this.#waiting.splice(this.#waiting.indexOf(next), 1)
    return next
  }

  #makePermit(): Disposable {
    let isHeld = true
    return {
      [Symbol.dispose]: () => {
        if (!isHeld) return
        isHeld = false
        this.#free++
        this.#letPass()
      },
    }
  }
}
