import pg from 'pg'
import type { Reason } from '../../model/reason.ts'
import { type DatabaseAddress, readDatabaseAddress } from './address.ts'
import { awaitFirstAnswer } from './first-answer.ts'
import { ListenConnection } from './listen.ts'
import { isTransient, retry, wasRolledBack } from './transient.ts'

export interface DatabaseOptions {
  /** Connections at once, besides the one that listens. */
  readonly width?: number
  /** How long a restart of the server is waited for, by each statement and by `repeat`. */
  readonly patienceMs?: number
  /** How long the first answer is waited for: twice `patienceMs` where nothing is said. */
  readonly openingMs?: number
  /** Told once and soon, where the first answer does not come at once. */
  readonly onAway?: (why: Reason) => void
  /** What its connections are called, for other programs of the same database. */
  readonly applicationName?: string
  /** A statement that takes longer is broken off. */
  readonly statementMs?: number
}

export type Row = Record<string, unknown>

export interface Statements {
  /** The rows that a statement gives; `values` stand for $1, $2 … */
  query<One extends Row = Row>(sql: string, values?: readonly unknown[]): Promise<readonly One[]>
  /** How many rows a statement has changed. */
  run(sql: string, values?: readonly unknown[]): Promise<number>
}

export interface TransactionOptions {
  /** Its statements take as long as they take: for migrations. */
  readonly isLong?: boolean
}

/** A PostgreSQL database. What is Songkeep's lies in the schema `songkeep`: statements name it. */
export interface Database extends Statements, AsyncDisposable {
  /** `db.example.org:5432/songkeep`, to show. */
  readonly name: string
  /** For libraries that want the driver's own pool. `bigint` comes as a number. */
  readonly pool: pg.Pool
  /**
   * All or nothing. Done again where the server rolled it back for a deadlock, so `act` changes nothing else. After a
   * lost connection it is not known whether it was done.
   */
  transaction<Result>(
    act: (statements: Statements) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>
  /** Does what is safe to do twice again after a restart of the server or a lost connection. */
  repeat<Result>(act: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /**
   * Calls the listener with the payload of each `notify`; and without one after each new connection, when some may
   * have been missed. Once this has returned, nothing that is committed later is missed.
   */
  listen(channel: string, listener: (payload?: string) => void): Promise<AsyncDisposable>
}

const CONNECT_MS = 10_000
const IDLE_MS = 30_000
const STATEMENT_MS = 30_000
const PATIENCE_MS = 15_000

/** For a command that somebody waits for: a database that restarts comes back in time, one that is away is told soon. */
export const BRIEF_OPENING: DatabaseOptions = { openingMs: 5_000 }

/** Opens a database and asks it once. UserError where the address is none, or nobody answers there. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const address = readDatabaseAddress(url)
  const database = new PooledDatabase(address, options)
  const { patienceMs = PATIENCE_MS, openingMs = 2 * patienceMs, onAway } = options
  try {
    const ask = () => database.pool.query('SELECT 1')
    await awaitFirstAnswer(ask, address, { forMs: openingMs, onAway })
    return database
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

class PooledDatabase implements Database {
  readonly name: string
  readonly pool: pg.Pool
  readonly #patienceMs: number
  readonly #listening: ListenConnection

  constructor(address: DatabaseAddress, options: DatabaseOptions) {
    const { width = 10, patienceMs = PATIENCE_MS, statementMs = STATEMENT_MS } = options
    const { openingMs = CONNECT_MS, applicationName = 'songkeep' } = options
    const connecting = common(address, applicationName)
    this.name = address.name
    this.#patienceMs = patienceMs
    this.pool = new pg.Pool({
      ...connecting,
      connectionTimeoutMillis: Math.min(CONNECT_MS, openingMs),
      max: width,
      idleTimeoutMillis: IDLE_MS,
      statement_timeout: statementMs,
      // A cable that was cut says nothing: the driver gives up a little after the server would have.
      query_timeout: statementMs + 5_000,
      idle_in_transaction_session_timeout: 2 * statementMs,
    })
    // The pool drops a connection that broke while nobody used it; without a listener it would end the process.
    this.pool.on('error', () => {})
    this.pool.on('connect', (client) => client.on('error', () => {}))
    this.#listening = new ListenConnection(() => new pg.Client(connecting))
  }

  async query<One extends Row>(sql: string, values: readonly unknown[] = []) {
    return (await this.#use((client) => client.query<One>(sql, [...values]))).rows
  }

  async run(sql: string, values: readonly unknown[] = []) {
    return (await this.#use((client) => client.query(sql, [...values]))).rowCount ?? 0
  }

  async transaction<Result>(
    act: (statements: Statements) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    const once = () => this.#use((client) => inTransaction(client, act, options))
    return await retry(once, { forMs: this.#patienceMs, when: wasRolledBack })
  }

  async repeat<Result>(act: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return await retry(act, { forMs: this.#patienceMs, signal })
  }

  listen(channel: string, listener: (payload?: string) => void): Promise<AsyncDisposable> {
    return this.#listening.add(channel, listener)
  }

  async [Symbol.asyncDispose]() {
    await this.#listening[Symbol.asyncDispose]()
    if (!this.pool.ended) await this.pool.end()
  }

  /** Lends a connection; one that has broken does not go back into the pool. */
  async #use<Result>(act: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    // Until there is a connection nothing has been asked, so to wait for one is always safe.
    const client = await retry(() => this.pool.connect(), { forMs: this.#patienceMs })
    try {
      const result = await act(client)
      client.release()
      return result
    } catch (error) {
      client.release(isTransient(error) && !wasRolledBack(error))
      throw error
    }
  }
}

/** The driver's own limit cannot be lifted, only be moved far away. */
const NO_LIMIT_MS = 2 ** 31 - 1

async function inTransaction<Result>(
  client: pg.PoolClient,
  act: (statements: Statements) => Promise<Result>,
  { isLong = false }: TransactionOptions,
): Promise<Result> {
  const limit = isLong ? { query_timeout: NO_LIMIT_MS } : {}
  const ask = <One extends Row>(text: string, values: readonly unknown[] = []) =>
    client.query<One>({ ...limit, text, values: [...values] })
  await ask('BEGIN')
  try {
    if (isLong) await ask('SET LOCAL statement_timeout = 0')
    const result = await act({
      query: async <One extends Row>(sql: string, values?: readonly unknown[]) =>
        (await ask<One>(sql, values)).rows,
      run: async (sql, values) => (await ask(sql, values)).rowCount ?? 0,
    })
    await ask('COMMIT')
    return result
  } catch (error) {
    // Where the connection has gone, so has the transaction.
    if (!isTransient(error) || wasRolledBack(error)) await ask('ROLLBACK').catch(() => {})
    throw error
  }
}

const INT8: number = pg.types.builtins.INT8

const common = ({ url }: DatabaseAddress, applicationName: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types: {
    // Ids and numbers here stay far below 2^53.
    getTypeParser: (type, format) =>
      type === INT8 && format !== 'binary'
        ? Number
        : pg.types.getTypeParser(type, format as 'text'),
  },
})
