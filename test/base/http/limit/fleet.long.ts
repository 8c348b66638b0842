import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { UnavailableError } from '../../../../src/base/http/errors.ts'
import type { HostRule } from '../../../../src/base/http/http.ts'
import { openFleetLimits } from '../../../../src/base/http/limit/postgres/fleet.ts'
import { TurnLostError } from '../../../../src/base/http/limit/postgres/turn-lost.ts'
import { openDatabase } from '../../../../src/base/postgres/database.ts'
import { describePostgres } from '../../../support/servers/postgres.ts'
import { type StartedWorker, startWorker } from './start-worker.ts'
import { type StrictHost, startStrictHost } from './strict-host.ts'

const rule: HostRule = { host: 'strict.example', pace: { requests: 8, perMs: 400 }, atOnce: 3 }
const WAIT = { timeout: 30_000 }
/** Of the clocks of two processes. */
const EARLY_MS = 3

/** Until when the turn that was taken is nobody else's: ms since 1970. */
async function readLeaseEnd(url: string): Promise<number> {
  await using database = await openDatabase(url)
  const [row] = await database.query<{ ends: Date }>(
    'SELECT max(lease_until) AS ends FROM songkeep.rate_turns',
  )
  return row!.ends.getTime()
}

/** In no period of the host's more than it allows, over all workers, by what they say themselves. */
function expectPace(workers: readonly StartedWorker[], { pace }: HostRule) {
  const begun = workers.flatMap((worker) => worker.begun).toSorted((a, b) => a - b)
  const gaps = begun.slice(pace.requests).map((at, index) => at - begun[index]!)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(pace.perMs - EARLY_MS)
}

const countEnded = (workers: readonly StartedWorker[]) =>
  workers.reduce((sum, { ended }) => sum + ended, 0)

const failuresOf = (workers: readonly StartedWorker[]) =>
  workers.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'failed'))

const briefly = () => 20 + Math.random() * 100
const LEASE_MS = 3_000

describePostgres('four processes that keep asking', (running) => {
  let host: StrictHost
  let workers: readonly StartedWorker[]
  beforeAll(async () => {
    host = await startStrictHost(rule, briefly)
    const task = { url: await running().newDatabase(), port: host.port, rule, leaseMs: LEASE_MS }
    workers = await Promise.all([1, 2, 3, 4].map(() => startWorker(task)))
  })
  afterAll(async () => {
    for (const each of [...workers, host]) await each[Symbol.asyncDispose]()
  })
  /** After each test: all of it was within the limits. */
  const expectLimits = () => {
    expect(host.refused).toEqual([])
    expect(host.most).toBe(rule.atOnce)
    expectPace(workers, rule)
  }
  const untilEnded = async (more: number) => {
    const before = countEnded(workers)
    await vi.waitFor(() => expect(countEnded(workers)).toBeGreaterThan(before + more), WAIT)
  }

  test('together they keep one limit, and each gets its part', async () => {
    const before = workers.map(({ ended }) => ended)
    await untilEnded(60)
    const parts = workers.map(({ ended }, at) => ended - before[at]!)
    expect(Math.min(...parts)).toBeGreaterThan(60 / 4 / 3)
    expectLimits()
  })

  test('Retry-After that one of them was told holds for all', async () => {
    host.answerNext(429, { 'retry-after': '3' })
    const quiet = () => Date.now() - host.arrived.at(-1)!
    await vi.waitFor(() => expect(quiet()).toBeGreaterThan(1_000), WAIT)
    const before = host.arrived.length
    const quietSince = host.arrived.at(-1)!
    await untilEnded(10)
    // The answer took up to 120 ms, and what had begun before it still came.
    expect(host.arrived[before]! - quietSince).toBeGreaterThan(2_500)
    expectLimits()
  })

  test('PostgreSQL is restarted, then killed: requests wait, and nothing goes out unpaced', async () => {
    await running().restart(500)
    await untilEnded(20)
    await running().kill()
    await setTimeout(500)
    const away = host.arrived.length
    await setTimeout(1_000)
    expect(host.arrived).toHaveLength(away)
    await running().restart()
    await untilEnded(20)
    expectLimits()
    expect(failuresOf(workers)).toEqual([])
  })

  test('asked to stop, they end by themselves', async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    expectLimits()
    expect(failuresOf(workers)).toEqual([])
  })
})

describePostgres('turns that are lost', (running) => {
  test('a process that is killed in mid-request frees its share when its lease is over, not before', async () => {
    const one = { ...rule, atOnce: 1 }
    let takesMs = 120_000
    await using host = await startStrictHost(one, () => takesMs)
    const url = await running().newDatabase()
    const task = { url, port: host.port, rule: one, leaseMs: LEASE_MS }
    await using first = await startWorker(task)
    await vi.waitFor(() => expect(first.begun).toHaveLength(1), WAIT)
    await using second = await startWorker(task)
    // Longer than a lease: it is renewed while the request runs.
    await setTimeout(LEASE_MS + 500)
    expect(second.begun).toEqual([])
    takesMs = 10
    const killedAt = Date.now()
    first.kill()
    await vi.waitFor(() => expect(second.ended).toBeGreaterThan(3), WAIT)
    // It was renewed at most a third of a lease before.
    expect(second.begun[0]! - killedAt).toBeGreaterThan(LEASE_MS / 2)
    expect(host.refused).toEqual([])
  })

  test('while PostgreSQL stays away a request is refused in time, and one under way ends before its turn is another’s', async () => {
    const url = await running().newDatabase()
    await using fleet = await openFleetLimits(url, { leaseMs: 1_500, awayMs: 1_000 })
    const limiter = fleet.open({ ...rule, atOnce: 2 })
    const { signal } = new AbortController()
    const begun = Promise.withResolvers<void>()
    const long = limiter.turn(async (held) => {
      begun.resolve()
      await setTimeout(60_000, undefined, { signal: held }).catch(() => {})
      held.throwIfAborted()
    }, signal)
    const lost = expect(long)
      .rejects.toThrow(TurnLostError)
      .then(() => Date.now())
    await begun.promise
    await running().kill()
    // It may be refused before the other ends.
    const refused = limiter.turn(async () => 'never', signal).catch((error: unknown) => error)
    const lostAt = await lost
    expect(await refused).toBeInstanceOf(UnavailableError)
    expect(await refused).toMatchObject({ reason: { code: 'network.no-turns' } })
    await running().restart()
    expect(lostAt).toBeLessThan(await readLeaseEnd(url))
    const again = () => limiter.turn(async () => 'again', signal)
    await vi.waitFor(async () => expect(await again()).toBe('again'), WAIT)
  })

  test('workers behind two addresses have a limit each', async () => {
    const url = await running().newDatabase()
    await using one = await openFleetLimits(url, { egress: 'one' })
    await using other = await openFleetLimits(url, { egress: 'other' })
    const alone = { ...rule, atOnce: 1 }
    const { signal } = new AbortController()
    const end = Promise.withResolvers<void>()
    const held = one.open(alone).turn(() => end.promise, signal)
    expect(await other.open(alone).turn(async () => 'at once', signal)).toBe('at once')
    end.resolve()
    await held
  })
})
