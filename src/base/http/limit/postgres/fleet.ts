import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Database } from '../../../postgres/database.ts'
import { openMigrated } from '../../../postgres/migrate.ts'
import type { Budget } from '../../budget/budget.ts'
import { openPostgresBudget } from '../../budget/postgres-budget.ts'
import type { AnswerStore } from '../../cache/answer-store.ts'
import { openPostgresStore } from '../../cache/postgres-store.ts'
import type { HostRule } from '../../http.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import { Leases } from './leases.ts'
import { type Asking, PostgresLimiter } from './limiter.ts'
import { rateTables } from './tables.ts'
import { CHANNEL } from './turn-function.ts'

export interface FleetOptions {
  /**
   * Names the address that this worker's requests come from. Workers of one name share every host's limits; those
   * of another have limits of their own.
   */
  readonly egress?: string
  /** How long a process that has died keeps its share; renewed while a request runs. 30 s. */
  readonly leaseMs?: number
  /** How long a request waits while the database is away. 60 s. */
  readonly awayMs?: number
}

/** What all workers of one database count together: turns by the address they ask from. */
export interface FleetLimits extends AsyncDisposable {
  /** Of one run. */
  open(rule: HostRule): RateLimiter
  /** By the name of what is counted alone: keys are limited, not addresses. */
  readonly budget: Budget
  readonly answers: AnswerStore
}

const LEASE_MS = 30_000
const AWAY_MS = 60_000
/** For turns, and for a renewal beside them. */
const CONNECTIONS = 4
/** A statement that waits for longer is broken off and asked again. */
const STATEMENT_MS = 10_000
/** What has ended is told until then, when the process closes. */
const CLOSING_MS = 3_000

/** UserError where the database cannot be reached. */
export async function openFleetLimits(
  url: string,
  options: FleetOptions = {},
): Promise<FleetLimits> {
  const settings = { width: CONNECTIONS, statementMs: STATEMENT_MS, patienceMs: 2_000 }
  const { database } = await openMigrated(url, [rateTables], settings)
  try {
    return await openFleet(database, options)
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

async function openFleet(
  database: Database,
  { egress = 'default', leaseMs = LEASE_MS, awayMs = AWAY_MS }: FleetOptions,
): Promise<FleetLimits> {
  const holder = randomUUID()
  const leases = new Leases(database, holder, leaseMs)
  const asking = new Map<string, Asking>()
  const listening = await database.listen(CHANNEL, (runner) => {
    // After a new connection it is not known who was called meanwhile.
    const called = runner === undefined ? [...asking.values()] : [asking.get(runner)]
    for (const each of called) each?.wake()
  })
  const shared = { database, egress, holder, leaseMs, awayMs, leases, asking }
  return {
    open: (rule) => new PostgresLimiter(rule, shared),
    budget: openPostgresBudget(database),
    answers: openPostgresStore(database),
    async [Symbol.asyncDispose]() {
      // What has just ended is about to be told.
      await setImmediate()
      const end = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref())
      await Promise.race([Promise.all([...asking.values()].map(({ done }) => done)), end])
      leases[Symbol.dispose]()
      await listening[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
