/** Changes of another process are seen after so many milliseconds at most. */
const LOOK_MS = 150

/** Tells listeners of changes: looks at a number that every change raises, for as long as anybody listens. */
export class Subscriptions implements Disposable {
  readonly #readVersion: () => number
  readonly #listeners = new Set<() => void>()
  #interval: NodeJS.Timeout | undefined
  #seen = 0

  /** `readVersion` gives another number than before when anything has changed. */
  constructor(readVersion: () => number) {
    this.#readVersion = readVersion
  }

  add(listener: () => void): AsyncDisposable {
    if (this.#listeners.size === 0) {
      this.#seen = this.#readVersion()
      this.#interval = setInterval(() => this.look(), LOOK_MS)
      this.#interval.unref()
    }
    // Each subscription has a function of its own, even where two bring the same.
    const call = () => listener()
    this.#listeners.add(call)
    return {
      [Symbol.asyncDispose]: async () => {
        this.#listeners.delete(call)
        if (this.#listeners.size === 0) clearInterval(this.#interval)
      },
    }
  }

  /** Looks at once, not only after the usual interval. */
  look(): void {
    if (this.#listeners.size === 0) return
    let version: number
    try {
      version = this.#readVersion()
    } catch {
      // A file that is busy, or was closed: looked at again later.
      return
    }
    if (version === this.#seen) return
    this.#seen = version
    for (const listener of this.#listeners) listener()
  }

  [Symbol.dispose]() {
    clearInterval(this.#interval)
    this.#listeners.clear()
  }
}
