import type { Budget } from '../base/http/budget/budget.ts'
import type { AnswerStore } from '../base/http/cache/answer-store.ts'
import { UnavailableError } from '../base/http/errors.ts'
import type { HostRule } from '../base/http/http.ts'
import type { OpenLimiter, RateLimiter, TurnCall } from '../base/http/limit/rate-limiter.ts'
import { Starts } from '../base/http/limit/starts.ts'
import { readDatabaseAddress } from '../base/postgres/address.ts'
import { reason } from '../model/reason.ts'
import type { Environment } from './environment.ts'

type Fleet = import('../base/http/limit/postgres/fleet.ts').FleetLimits

/** Limits that hold over all workers of one database. */
export interface SharedLimits extends AsyncDisposable {
  readonly openLimiter: OpenLimiter
  readonly budget: Budget
  readonly answers: AnswerStore
}

interface Opened {
  users: number
  fleet?: Promise<Fleet>
}

/** What this process has open, by database and outgoing address: all that runs in it shares its connections. */
const open = new Map<string, Opened>()

/**
 * Undefined where there is no database, and each run counts for itself. Connects when something is first asked, so that
 * a run that stays offline needs none. UserError where the address is none.
 */
export function shareLimits({ databaseUrl, egress }: Environment): SharedLimits | undefined {
  if (databaseUrl === undefined) return undefined
  const { url } = readDatabaseAddress(databaseUrl)
  const key = JSON.stringify([url, egress])
  const opened: Opened = open.get(key) ?? { users: 0 }
  open.set(key, opened)
  opened.users++
  const connect = () => {
    opened.fleet ??= connectTo(url, egress).catch((error) => {
      // Tried again by the next who asks.
      opened.fleet = undefined
      throw error
    })
    return opened.fleet
  }
  let isLeft = false
  return {
    openLimiter: (rule) => new LazyLimiter(rule, connect),
    budget: {
      take: async (allowance, question) => (await connect()).budget.take(allowance, question),
    },
    answers: openLazily(connect),
    async [Symbol.asyncDispose]() {
      if (isLeft) return
      isLeft = true
      if (--opened.users > 0) return
      open.delete(key)
      const fleet = await opened.fleet?.catch(() => undefined)
      await fleet?.[Symbol.asyncDispose]()
    },
  }
}

async function connectTo(url: string, egress: string | undefined): Promise<Fleet> {
  const { openFleetLimits } = await import('../base/http/limit/postgres/fleet.ts')
  return await openFleetLimits(url, { egress })
}

/** Where the database cannot be reached, nothing is remembered there: then nothing can be asked either. */
function openLazily(connect: () => Promise<Fleet>): AnswerStore {
  const reach = () =>
    connect().then(
      ({ answers }) => answers,
      () => undefined,
    )
  return {
    maxBytes: 2 ** 20,
    get: async (id) => (await reach())?.get(id),
    put: async (id, answer, now) => (await reach())?.put(id, answer, now),
    remove: async (id) => (await reach())?.remove(id),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Nothing goes out before the database has been reached. */
class LazyLimiter implements RateLimiter {
  readonly #rule: HostRule
  readonly #connect: () => Promise<Fleet>
  #limiter: RateLimiter | undefined

  constructor(rule: HostRule, connect: () => Promise<Fleet>) {
    this.#rule = rule
    this.#connect = connect
  }

  async turn<Value>(call: TurnCall<Value>, signal: AbortSignal) {
    if (!this.#limiter) {
      const fleet = await this.#reach()
      this.#limiter ??= fleet.open(this.#rule)
    }
    return await this.#limiter.turn(call, signal)
  }

  hush(host: string, ms: number): void {
    this.#limiter?.hush(host, ms)
  }

  get pace() {
    return this.#limiter?.pace ?? new Starts(this.#rule, () => performance.now()).pace()
  }

  async #reach(): Promise<Fleet> {
    const { host } = this.#rule
    try {
      return await this.#connect()
    } catch (error) {
      throw new UnavailableError(host, reason('network.no-turns', { host }), { cause: error })
    }
  }
}
