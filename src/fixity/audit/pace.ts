import { setTimeout as wait } from 'node:timers/promises'

/** A burst of so many seconds' worth is let through; longer rests would be felt. */
const BURST_SECONDS = 0.25

/** Holds readers to so many bytes a second together. */
export class Pace {
  readonly #bytesPerSecond: number
  /** When the bytes that were let through so far would have been read at this rate: milliseconds. */
  #due = performance.now()

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond
  }

  /** Returns when so many more bytes may be read. */
  async take(bytes: number, signal?: AbortSignal): Promise<void> {
    const now = performance.now()
    this.#due = Math.max(this.#due, now - BURST_SECONDS * 1000)
    this.#due += (bytes / this.#bytesPerSecond) * 1000
    const ahead = this.#due - now
    if (ahead > 5) await wait(ahead, undefined, { signal })
  }
}
