import { randomUUID } from 'node:crypto'
import type { Database } from '../../base/postgres/database.ts'
import { LEASE_MS } from '../limits.ts'
import type { NewWork, Owners, Queue, Work } from '../queue.ts'
import { Claims } from './claims.ts'
import { type AheadMs, NOW } from './clock.ts'
import { EntryTable } from './entries.ts'
import { CHANGES, Notifier, WORK } from './notifier.ts'
import { forgetEnded, listWork } from './of-owners.ts'
import { COLUMNS, cleanText, type JobRow, readWork } from './read-row.ts'
import { Reclaimer } from './reclaimer.ts'

export interface PostgresQueueOptions {
  /** How far everybody's clock is moved on: for tests. */
  readonly aheadMs?: AheadMs
}

/**
 * A queue for any number of processes on any number of hosts, in a database that has `jobMigrations`. Closing it leaves
 * the database open.
 */
export function openPostgresQueue(database: Database, options: PostgresQueueOptions = {}): Queue {
  return new PostgresQueue(database, options.aheadMs ?? (() => 0))
}

class PostgresQueue implements Queue {
  readonly #database: Database
  readonly #aheadMs: AheadMs
  readonly #notifier: Notifier
  readonly #reclaimer: Reclaimer
  readonly #claims: Claims
  readonly #entries: EntryTable

  constructor(database: Database, aheadMs: AheadMs) {
    this.#database = database
    this.#aheadMs = aheadMs
    this.#notifier = new Notifier(database)
    this.#reclaimer = new Reclaimer(database, aheadMs, () => this.#notifier.mayTake())
    this.#claims = new Claims(database, this.#reclaimer, aheadMs)
    this.#entries = new EntryTable(database)
  }

  async add(work: NewWork): Promise<Work> {
    const values = valuesOf(work)
    await this.#ask(`SELECT songkeep.jobs_add($2, $3, $4, $5, $6, ${NOW})`, values)
    this.#notifier.mayTake()
    return await this.#require(values[0])
  }

  async adopt(work: NewWork, runner: string): Promise<Work> {
    const values = valuesOf(work)
    await this.#ask(
      `SELECT songkeep.jobs_adopt($2, $3, $4, $5, $6, $7, ${NOW}, $8 * interval '1 ms')`,
      [...values, runner, LEASE_MS],
    )
    this.#notifier.changed()
    return await this.#require(values[0])
  }

  async list(whose?: Owners) {
    await this.#reclaimer.look()
    const { sql, values } = listWork(whose)
    return (await this.#read(sql, values)).map(readWork)
  }

  async count() {
    const rows = await this.#database.repeat(() =>
      this.#database.query<{ state: string; works: number; since: Date }>(COUNT),
    )
    const states = Object.fromEntries(rows.map(({ state, works }) => [state, works]))
    const waiting = rows.find(({ state }) => state === 'queued')
    return { states, waitingSince: waiting?.since.toISOString() }
  }

  async hasRunners() {
    const rows = await this.#database.repeat(() =>
      this.#database.query<{ some: boolean }>(RUNNERS, [RUNNER_APPLICATION]),
    )
    return rows[0]?.some === true
  }

  async find(id: string) {
    const [row] = await this.#read(`SELECT ${COLUMNS} FROM songkeep.job WHERE id = $1`, [id])
    return row && readWork(row)
  }

  async take(runner: string) {
    return (await this.takeMany(runner, 1))[0]
  }

  async takeMany(runner: string, max: number) {
    const taken = await this.#claims.take(runner, max)
    if (taken.length > 0) this.#notifier.changed()
    return taken
  }

  async claim(id: string, runner: string) {
    if (!(await this.#claims.claim(id, runner))) return undefined
    this.#notifier.changed()
    return await this.find(id)
  }

  heartbeat: Queue['heartbeat'] = (id, runner) => this.#claims.heartbeat(id, runner)

  async write(...[id, runner, update]: Parameters<Queue['write']>) {
    const isHeld = await this.#database.repeat(() => this.#entries.write(id, runner, update))
    if (isHeld) this.#notifier.changed()
    return isHeld
  }

  async end(...how: Parameters<Queue['end']>) {
    const isHeld = await this.#claims.end(...how)
    // What waited for its place may be taken now.
    if (isHeld) this.#notifier.mayTake()
    return isHeld
  }

  async signal(...[id, signal]: Parameters<Queue['signal']>) {
    await this.#reclaimer.look()
    await this.#ask(`SELECT songkeep.jobs_signal($2, $3, ${NOW})`, [id, signal])
    this.#notifier.changed()
    return await this.find(id)
  }

  async resume(id: string) {
    await this.#database.repeat(() => this.#database.run('SELECT songkeep.jobs_resume($1)', [id]))
    this.#notifier.mayTake()
    return await this.find(id)
  }

  /** Not done again by itself: it could not tell whether it had been done. */
  async forget(id: string) {
    const isForgotten =
      (await this.#database.run(
        `DELETE FROM songkeep.job WHERE id = $1 AND state NOT IN ('queued', 'running')`,
        [id],
      )) > 0
    if (isForgotten) this.#notifier.changed()
    return isForgotten
  }

  /** Where it is of more than one owner, places where nothing is in line any more go too. */
  async tidy(keep: number, whose?: Owners) {
    const { sql, values } = forgetEnded(keep, whose)
    await this.#database.repeat(() => this.#database.run(sql, values))
    if (!whose || !('owner' in whose))
      await this.#database.repeat(() => this.#database.run(`SELECT songkeep.jobs_tidy(${ALL})`))
  }

  entriesAfter: Queue['entriesAfter'] = (id, seq, max) =>
    this.#database.repeat(() => this.#entries.after(id, seq, max))

  findEntry: Queue['findEntry'] = (id, key) =>
    this.#database.repeat(() => this.#entries.find(id, key))

  async patch(id: string, key: string, data: unknown) {
    const isPatched = await this.#database.repeat(() => this.#entries.patch(id, key, data))
    if (isPatched) this.#notifier.changed()
    return isPatched
  }

  subscribe: Queue['subscribe'] = (listener) => this.#database.listen(CHANGES, () => listener())

  subscribeToWork: Queue['subscribeToWork'] = (listener) =>
    this.#database.listen(WORK, () => listener())

  async [Symbol.asyncDispose]() {
    await this.#notifier[Symbol.asyncDispose]()
  }

  #read(sql: string, values: readonly unknown[] = []) {
    return this.#database.repeat(() => this.#database.query<JobRow>(sql, values))
  }

  /** A function that may be called twice, with the present time in it. */
  async #ask(sql: string, values: readonly unknown[]) {
    await this.#database.repeat(() => this.#database.run(sql, [this.#aheadMs(), ...values]))
  }

  async #require(id: string): Promise<Work> {
    const work = await this.find(id)
    if (!work) throw new Error('Work is gone as soon as it was added.')
    return work
  }
}

/** What the connections of programs that take work are called: by it others see that there are some. */
export const RUNNER_APPLICATION = 'songkeep worker'

const RUNNERS = `
  SELECT EXISTS (SELECT 1 FROM songkeep.job WHERE state = 'running' AND NOT adopted)
    OR EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1) AS some`

/** The function that frees places forgets work too, all but so many. */
const ALL = 2_147_483_647

const COUNT =
  'SELECT state, count(*) AS works, min(created_at) AS since FROM songkeep.job GROUP BY state'

/** The id is given here, so that what is sent twice is added once. */
function valuesOf({ payload, title, owner, exclusiveKey }: NewWork) {
  const [json, place] = [JSON.stringify(payload), exclusiveKey && cleanText(exclusiveKey)]
  return [randomUUID(), json, cleanText(title), cleanText(owner), place ?? null] as const
}
