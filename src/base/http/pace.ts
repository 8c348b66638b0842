import PQueue from 'p-queue'
import { Unavailable } from './errors.ts'
import type { HostRule } from './http.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** A host that asks to be left alone for longer is not asked again in this run. */
const LONGEST_WAIT_MS = 60_000

/** The turns at one rule's hosts, shared by all who ask there. */
export class Pace {
  readonly #queue: PQueue
  readonly #clock: Clock
  #quietUntil = 0

  constructor({ pace, atOnce }: HostRule, clock: Clock) {
    this.#clock = clock
    this.#queue = new PQueue({
      concurrency: atOnce,
      intervalCap: pace.requests,
      interval: pace.perMs,
      strict: true,
    })
  }

  /** Runs `call` when it is its turn. Throws Unavailable while the host wants to be left alone for long. */
  async turn<Value>(host: string, call: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    await this.#waitOut(host, signal)
    return this.#queue.add(
      async () => {
        // Another one may have been told to wait meanwhile.
        await this.#waitOut(host, signal)
        signal.throwIfAborted()
        return call()
      },
      { signal },
    )
  }

  /** The host has asked for quiet. */
  hush(ms: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.#clock.now() + ms)
  }

  async #waitOut(host: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const wait = this.#quietUntil - this.#clock.now()
      if (wait <= 0) return
      if (wait > LONGEST_WAIT_MS) {
        const until = new Date(this.#quietUntil).toISOString()
        throw new Unavailable(host, `${host} asks not to be asked again before ${until}.`, {
          until,
        })
      }
      await this.#clock.sleep(wait, signal)
    }
  }
}
