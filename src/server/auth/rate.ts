/** As many clients are remembered; whoever has not asked for longest is forgotten first. */
const REMEMBERED = 10_000

interface Bucket {
  tokens: number
  /** Milliseconds of the process's own clock. */
  at: number
}

/** So many requests at once, and then so many a second: a token bucket for each client. */
export class RequestRate {
  readonly #buckets = new Map<string, Bucket>()
  readonly #burst: number
  readonly #perSecond: number

  constructor(burst: number, perSecond: number) {
    this.#burst = burst
    this.#perSecond = perSecond
  }

  /** Takes a token; where there is none, how many seconds it takes until there is. */
  take(client: string, now = performance.now()): number {
    const bucket = this.#fill(client, now)
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.#perSecond)
    bucket.tokens--
    return 0
  }

  giveBack(client: string): void {
    const bucket = this.#buckets.get(client)
    if (bucket) bucket.tokens = Math.min(this.#burst, bucket.tokens + 1)
  }

  #fill(client: string, now: number): Bucket {
    const known = this.#buckets.get(client)
    const bucket = known ?? { tokens: this.#burst, at: now }
    const gained = ((now - bucket.at) / 1000) * this.#perSecond
    bucket.tokens = Math.min(this.#burst, bucket.tokens + gained)
    bucket.at = now
    // A map keeps the order in which its keys came.
    if (known) this.#buckets.delete(client)
    this.#buckets.set(client, bucket)
    if (this.#buckets.size > REMEMBERED) {
      const [oldest] = this.#buckets.keys()
      if (oldest !== undefined) this.#buckets.delete(oldest)
    }
    return bucket
  }
}
