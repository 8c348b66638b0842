import type { Statements } from '../../../postgres/database.ts'
import { TurnLostError } from './turn-lost.ts'

interface Held {
  /** When it was last asked for or renewed, on this process' steady clock: the server renewed it later than that. */
  renewedAt: number
  readonly lost: AbortController
}

/** Statements of one renewal follow one another in a third of the time for which it holds. */
const RENEWALS = 3
/** The requests of a lease that could not be renewed end in this part of its time before it does. */
const RESERVE = 0.2

const SQL = `UPDATE songkeep.rate_turns SET lease_until = clock_timestamp() + $3 * interval '1 ms'
  WHERE holder = $1 AND id = ANY ($2::uuid[]) AND lease_until > clock_timestamp() RETURNING id`

/** The turns that this process holds: renewed while their requests run, and given up before another can take them. */
export class Leases implements Disposable {
  readonly #database: Statements
  readonly #holder: string
  readonly #leaseMs: number
  readonly #held = new Map<string, Held>()
  readonly #timer: NodeJS.Timeout
  #isRenewing = false
  #renewedAt = performance.now()

  constructor(database: Statements, holder: string, leaseMs: number) {
    this.#database = database
    this.#holder = holder
    this.#leaseMs = leaseMs
    this.#timer = setInterval(() => this.#look(), leaseMs / 15).unref()
  }

  /** The signal is aborted when the turn is lost. */
  hold(id: string, askedAt: number): AbortSignal {
    const lost = new AbortController()
    this.#held.set(id, { renewedAt: askedAt, lost })
    return lost.signal
  }

  release(id: string): void {
    this.#held.delete(id)
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const now = performance.now()
    for (const [id, { renewedAt }] of this.#held)
      if (now - renewedAt > this.#leaseMs * (1 - RESERVE)) this.#lose(id)
    if (now - this.#renewedAt >= this.#leaseMs / RENEWALS && this.#held.size > 0) void this.#renew()
  }

  async #renew(): Promise<void> {
    if (this.#isRenewing) return
    this.#isRenewing = true
    const askedAt = performance.now()
    this.#renewedAt = askedAt
    const ids = [...this.#held.keys()]
    try {
      const rows = await this.#database.query(SQL, [this.#holder, ids, this.#leaseMs])
      const renewed = new Set(rows.map(({ id }) => id))
      for (const id of ids) {
        const held = this.#held.get(id)
        if (!renewed.has(id)) this.#lose(id)
        else if (held) held.renewedAt = askedAt
      }
    } catch {
      // Tried again; where that does not help, the turns are lost in time.
    } finally {
      this.#isRenewing = false
    }
  }

  #lose(id: string): void {
    this.#held.get(id)?.lost.abort(new TurnLostError())
    this.#held.delete(id)
  }
}
