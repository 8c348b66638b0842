import type { Database } from '../../base/postgres/database.ts'
import { GIVEN_UP, MAX_TRIES } from '../limits.ts'
import { type AheadMs, NOW } from './clock.ts'

/** Those who take work look for leases that ran out so often. */
const LOOK_MS = 500

/** After the database was away, runners that are still there have so long to say so. */
const GRACE_MS = 10_000

/** At once; there are more only where hundreds of runners were lost together. */
const MAX_AT_ONCE = 1_000

/** Frees work whose lease has run out: it goes back in line, or is given up. */
export class Reclaimer {
  readonly #database: Database
  readonly #aheadMs: AheadMs
  readonly #freed: () => void
  #lookedAt = Number.NEGATIVE_INFINITY

  /** `freed` is called when some was. */
  constructor(database: Database, aheadMs: AheadMs, freed: () => void) {
    this.#database = database
    this.#aheadMs = aheadMs
    this.#freed = freed
  }

  /** Looks where it was not looked for a while. */
  async lookAtTimes(): Promise<void> {
    if (performance.now() + this.#aheadMs() >= this.#lookedAt + LOOK_MS) await this.look()
  }

  async look(): Promise<void> {
    this.#lookedAt = performance.now() + this.#aheadMs()
    const expired = await this.#database.repeat(() =>
      this.#database.query<{ number: number }>(EXPIRED, [
        ...[this.#aheadMs(), GRACE_MS, MAX_AT_ONCE],
      ]),
    )
    // Each for itself: two places at once could be locked in another's way.
    for (const { number } of expired)
      await this.#database.repeat(() =>
        this.#database.run(`SELECT songkeep.jobs_reclaim($2, ${NOW}, $3, $4)`, [
          ...[this.#aheadMs(), number, MAX_TRIES, JSON.stringify(GIVEN_UP)],
        ]),
      )
    if (expired.length > 0) this.#freed()
  }
}

const EXPIRED = `
  SELECT number FROM songkeep.job
  WHERE state = 'running' AND lease_until <= ${NOW}
    AND pg_postmaster_start_time() < ${NOW} - $2 * interval '1 ms'
  ORDER BY number LIMIT $3`
