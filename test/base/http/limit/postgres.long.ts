import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgresStore } from '../../../../src/base/http/cache/postgres-store.ts'
import {
  type FleetLimits,
  openFleetLimits,
} from '../../../../src/base/http/limit/postgres/fleet.ts'
import { openDatabase } from '../../../../src/base/postgres/database.ts'
import { testAnswerStore } from '../../../contract/answer-store.ts'
import { testDailyBudget } from '../../../contract/daily-budget.ts'
import { testRateLimiter } from '../../../contract/rate-limiter.ts'
import { describePostgres } from '../../../support/servers/postgres.ts'

const { signal } = new AbortController()
/** A timer of the database's may be a little early, as seen from here. */
const EARLY_MS = 5

describePostgres('turns of a fleet, by PostgreSQL', (running) => {
  let one: FleetLimits
  let other: FleetLimits
  let url: string
  beforeAll(async () => {
    url = await running().newDatabase()
    one = await openFleetLimits(url)
    other = await openFleetLimits(url)
  })
  afterAll(async () => {
    await one[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })
  // In turn, so that of two views each belongs to another process, as far as the database knows.
  let opened = 0
  testDailyBudget(() => (opened++ % 2 === 0 ? one : other).budget)
  testAnswerStore(() => (opened++ % 2 === 0 ? one : other).answers)
  testRateLimiter(() => (opened++ % 2 === 0 ? one.open : other.open))

  test('who takes long to connect does not leave when another may, but in a turn of its own', async () => {
    const rule = { host: 'far.example', pace: { requests: 1, perMs: 500 }, atOnce: 3 }
    const left: number[] = []
    let calls = 0
    const called = Promise.withResolvers<void>()
    const leave = (connectMs: number) => async (_: AbortSignal, begin: () => void) => {
      calls++
      called.resolve()
      if (left.length === 0) await sleep(connectMs)
      begin()
      left.push(performance.now())
    }
    const first = one.open(rule).turn(leave(300), signal)
    await called.promise
    await Promise.all([first, other.open(rule).turn(leave(0), signal)])
    expect(calls).toBe(3)
    expect(left[1]! - left[0]!).toBeGreaterThanOrEqual(500 - EARLY_MS)
  })

  test('a new day of the server’s begins a new count', async () => {
    const one = { name: 'yesterday', perDay: 1, zone: 'America/Los_Angeles' }
    expect(await other.budget.take(one, 'one')).toBe(true)
    expect(await other.budget.take(one, 'two')).toBe(false)
    await using database = await openDatabase(url)
    await database.run("UPDATE songkeep.daily_budgets SET day = day - 1 WHERE name = 'yesterday'")
    expect(await other.budget.take(one, 'two')).toBe(true)
  })
  test('of the answers that are shared the oldest go where they are too many', async () => {
    await using database = await openDatabase(url)
    const store = openPostgresStore(database, { totalBytes: 25_000, tidyAfter: 4 })
    const answer = { freshUntil: 0, said: randomBytes(1_000), body: randomBytes(9_000) }
    const ids = Array.from({ length: 4 }, () => randomBytes(32))
    for (const id of ids) await store.put(id, answer, 0)
    const left = await Promise.all(ids.map(async (id) => (await store.get(id)) !== undefined))
    expect(left).toEqual([false, false, true, true])
  })
})
