import type { LineState } from '../http.ts'

/** Hosts that cannot be reached one after the other: of one alone the fault may be its own. */
const MIN_LOST = 2

/** No name is known, or no way leads there: what happens at every host where there is no network. */
const codes = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether there is a network at all, by what becomes of every request. */
export class Line {
  /** Hosts that could not be reached since one was. */
  readonly #lost = new Set<string>()
  #wasReached = false

  get state(): LineState {
    if (this.#lost.size === 0) return 'up'
    if (this.#lost.size < MIN_LOST) return 'unsure'
    return this.#wasReached ? 'lost' : 'none'
  }

  /** Sends a request there. Any answer at all tells that there is a network. */
  async watch<Value>(host: string, request: () => Promise<Value>): Promise<Value> {
    try {
      const value = await request()
      this.#wasReached = true
      this.#lost.clear()
      return value
    } catch (error) {
      if (isLost(error)) this.#lost.add(host)
      throw error
    }
  }
}

const isLost = (error: unknown) =>
  error instanceof Error && 'code' in error && codes.has(String(error.code))
