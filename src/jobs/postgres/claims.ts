import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../base/postgres/database.ts'
import { retry } from '../../base/postgres/transient.ts'
import type { Fault } from '../../words/fault.ts'
import { LEASE_MS } from '../limits.ts'
import type { EndState, Signal, Work } from '../queue.ts'
import { type AheadMs, NOW } from './clock.ts'
import { COLUMNS, type JobRow, readWork } from './read-row.ts'
import type { Reclaimer } from './reclaimer.ts'

/** A lease is renewed when so much of it has gone: each renewal writes, and runners ask twice a second. */
const RENEW_AFTER_MS = 5_000

/** How long the end of work is tried to be written: what is not, is done again by another. */
const END_PATIENCE_MS = 120_000

/** What somebody else is just taking may be free a moment later. */
const MAX_EMPTY_TRIES = 4
const EMPTY_PAUSE_MS = 10

/** Who may run what: taking work, renewing and ending leases. */
export class Claims {
  readonly #database: Database
  readonly #reclaimer: Reclaimer
  readonly #aheadMs: AheadMs

  constructor(database: Database, reclaimer: Reclaimer, aheadMs: AheadMs) {
    this.#database = database
    this.#reclaimer = reclaimer
    this.#aheadMs = aheadMs
  }

  async take(runner: string, max: number): Promise<readonly Work[]> {
    await this.#reclaimer.lookAtTimes()
    for (let tries = 1; ; tries++) {
      const taken = await this.#takeOnce(runner, max)
      if (taken.length > 0 || tries === MAX_EMPTY_TRIES || !(await this.#hasReady())) return taken
      await sleep(EMPTY_PAUSE_MS * Math.random())
    }
  }

  /** By its id, for who will do it at once. */
  async claim(id: string, runner: string): Promise<boolean> {
    await this.#reclaimer.look()
    const claim = randomUUID()
    const [row] = await this.#database.repeat(() =>
      this.#database.query<{ held: boolean }>(
        `SELECT songkeep.jobs_claim($2, $3, $4, ${NOW}, $5 * interval '1 ms') AS held`,
        [this.#aheadMs(), id, runner, claim, LEASE_MS],
      ),
    )
    return row?.held === true
  }

  async heartbeat(id: string, runner: string): Promise<Signal | 'lost' | undefined> {
    const [held] = await this.#database.query<{ signal: Signal | null }>(HEARTBEAT, [
      ...[this.#aheadMs(), id, runner, LEASE_MS, LEASE_MS - RENEW_AFTER_MS],
    ])
    return held ? (held.signal ?? undefined) : 'lost'
  }

  async end(
    id: string,
    runner: string,
    state: EndState | 'queued',
    fault?: Fault,
  ): Promise<boolean> {
    const values = [id, runner, state, fault ? JSON.stringify(fault) : null]
    const end = () =>
      this.#database.query<{ held: boolean }>(
        `SELECT songkeep.jobs_end($2, $3, $4, $5, ${NOW}) AS held`,
        [this.#aheadMs(), ...values],
      )
    const [row] = await retry(end, { forMs: END_PATIENCE_MS })
    return row?.held === true
  }

  /** Where the answer was lost, it is asked what had been taken. */
  async #takeOnce(runner: string, max: number): Promise<readonly Work[]> {
    const claim = randomUUID()
    let isAgain = false
    const rows = await this.#database.repeat(async () => {
      const former = isAgain ? await this.#heldBy(claim) : []
      isAgain = true
      if (former.length > 0) return former
      return await this.#database.query<JobRow>(
        `SELECT ${COLUMNS} FROM songkeep.jobs_take($2, $3, $4, ${NOW}, $5 * interval '1 ms')`,
        [this.#aheadMs(), max, runner, claim, LEASE_MS],
      )
    })
    return rows.map(readWork)
  }

  #heldBy(claim: string) {
    return this.#database.query<JobRow>(
      `SELECT ${COLUMNS} FROM songkeep.job WHERE state = 'running' AND claim = $1 ORDER BY number`,
      [claim],
    )
  }

  async #hasReady(): Promise<boolean> {
    const sql = 'SELECT EXISTS (SELECT 1 FROM songkeep.jobs_owner WHERE ready > 0) AS some'
    const [row] = await this.#database.repeat(() => this.#database.query<{ some: boolean }>(sql))
    return row?.some === true
  }
}

const HEARTBEAT = `
  WITH renewed AS (
    UPDATE songkeep.job SET lease_until = ${NOW} + $4 * interval '1 ms'
    WHERE id = $2 AND runner = $3 AND state = 'running' AND lease_until < ${NOW} + $5 * interval '1 ms')
  SELECT signal FROM songkeep.job WHERE id = $2 AND runner = $3 AND state = 'running'`
