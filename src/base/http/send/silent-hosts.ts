import { reason } from '../../../model/reason.ts'
import { UnavailableError } from '../errors.ts'
import type { Clock } from '../limit/rate-limiter.ts'

/** Requests in a row that a host left without a word, after which it is left alone. */
const MAX_SILENCES = 2
/** For so long: whoever is waiting for a turn there learns it at once, instead of waiting in vain. */
const REST_MS = 60_000

interface Silence {
  requests: number
  /** Milliseconds since 1970. */
  until: number
}

/** Hosts that take requests and say nothing: one of them must not cost every track a minute. */
export class SilentHosts {
  readonly #clock: Clock
  readonly #silences = new Map<string, Silence>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Makes a request there. Throws UnavailableError while the host is left alone. */
  async watch<Value>(host: string, request: () => Promise<Value>): Promise<Value> {
    const silence = this.#silences.get(host)
    if (silence && silence.until > this.#clock.now()) {
      const until = new Date(silence.until).toISOString()
      throw new UnavailableError(host, reason('network.host-silent', { host }), { until })
    }
    try {
      const value = await request()
      this.#silences.delete(host)
      return value
    } catch (error) {
      if (isSilence(error)) this.#note(host)
      throw error
    }
  }

  #note(host: string): void {
    const requests = (this.#silences.get(host)?.requests ?? 0) + 1
    const until = requests < MAX_SILENCES ? 0 : this.#clock.now() + REST_MS
    this.#silences.set(host, { requests, until })
  }
}

const codes = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

const isSilence = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'TimeoutError' || ('code' in error && codes.has(String(error.code))))
