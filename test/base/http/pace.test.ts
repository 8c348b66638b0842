import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { InProcessLimiter } from '../../../src/base/http/limit/in-process.ts'
import type { Clock } from '../../../src/base/http/limit/rate-limiter.ts'

/** Time that passes only when nobody has anything left to do but sleep: every moment is exact. */
function makeTimeline(): Clock & { run(): Promise<void> } {
  let now = 1_000_000
  const sleepers: { readonly until: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep(ms, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      sleepers.push({ until: now + ms, wake: resolve })
      return promise
    },
    async run() {
      for (;;) {
        await setImmediate()
        const [next] = sleepers.toSorted((a, b) => a.until - b.until)
        if (!next) return
        sleepers.splice(sleepers.indexOf(next), 1)
        now = Math.max(now, next.until)
        next.wake()
      }
    },
  }
}

const { signal } = new AbortController()
const rule = (requests: number, perMs: number, atOnce: number) => ({
  host: 'good.example',
  pace: { requests, perMs },
  atOnce,
})

const job = fc.record({
  arrivesMs: fc.nat(3000),
  lastsMs: fc.nat(1500),
  /** What the host asks for in its answer, and when the asker gives up. */
  hushMs: fc.option(fc.nat(30_000), { freq: 8 }),
  patienceMs: fc.option(fc.nat(2000), { freq: 8 }),
})

test('however requests come and end: never too many in a period, never too many at once, none in a quiet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(job, { minLength: 1, maxLength: 25 }),
      async (requests, perMs, atOnce, jobs) => {
        const timeline = makeTimeline()
        const pace = new InProcessLimiter(rule(requests, perMs, atOnce), timeline)
        const begun: number[] = []
        let quietUntil = 0
        let underWay = 0
        let settled = 0
        const all = jobs.map(async ({ arrivesMs, lastsMs, hushMs, patienceMs }) => {
          await timeline.sleep(arrivesMs, signal)
          const stop = new AbortController()
          if (patienceMs !== null)
            void timeline.sleep(patienceMs, signal).then(() => stop.abort(new Error('Enough.')))
          const call = async () => {
            begun.push(timeline.now())
            expect(timeline.now()).toBeGreaterThanOrEqual(quietUntil)
            expect(++underWay).toBeLessThanOrEqual(atOnce)
            await timeline.sleep(lastsMs, signal)
            underWay--
            if (hushMs === null) return
            pace.hush('good.example', hushMs)
            quietUntil = Math.max(quietUntil, timeline.now() + hushMs)
          }
          await pace.turn(call, stop.signal).catch((error) => {
            if (!stop.signal.aborted) throw error
          })
          settled++
        })
        await timeline.run()
        expect(settled).toBe(jobs.length)
        await Promise.all(all)
        for (const [at, time] of begun.entries())
          if (at >= requests) expect(time - begun[at - requests]!).toBeGreaterThanOrEqual(perMs)
      },
    ),
    { numRuns: 100 },
  )
})

test('first come, first served', async () => {
  const timeline = makeTimeline()
  const pace = new InProcessLimiter(rule(1, 1000, 1), timeline)
  const order: number[] = []
  const all = [0, 1, 2, 3, 4].map((each) => pace.turn(async () => order.push(each), signal))
  await timeline.run()
  await Promise.all(all)
  expect(order).toEqual([0, 1, 2, 3, 4])
})

test('whoever gives up in the line keeps nobody waiting', async () => {
  const timeline = makeTimeline()
  const pace = new InProcessLimiter(rule(1, 1000, 1), timeline)
  const stop = new AbortController()
  const begun: number[] = []
  const call = async () => begun.push(timeline.now() - 1_000_000)
  const all = [signal, stop.signal, stop.signal, signal].map((each) => pace.turn(call, each))
  const ends = Promise.allSettled(all)
  stop.abort(new Error('Enough.'))
  await timeline.run()
  expect((await ends).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(begun).toEqual([0, 1000])
})

test('a long quiet ends the waiting of all in the line, at once', async () => {
  const timeline = makeTimeline()
  const pace = new InProcessLimiter(rule(100, 1000, 1), timeline)
  const before = timeline.now()
  const first = pace.turn(async () => pace.hush('good.example', 3_600_000), signal)
  const others = [1, 2, 3].map(() => pace.turn(async () => 'never', signal))
  const ends = Promise.allSettled(others)
  await timeline.run()
  await first
  for (const end of await ends) {
    expect(end).toMatchObject({ status: 'rejected', reason: { host: 'good.example' } })
    expect(end.status === 'rejected' && end.reason).toBeInstanceOf(UnavailableError)
  }
  expect(timeline.now()).toBe(before)
})

test('a slow host is asked so many times in a run, and those who wait are told', async () => {
  const timeline = makeTimeline()
  const pace = new InProcessLimiter({ ...rule(1, 1000, 1), perRun: 3 }, timeline)
  const asked = Array.from({ length: 5 }, () => pace.turn(async () => timeline.now(), signal))
  const settled = Promise.allSettled(asked)
  await timeline.run()
  const results = await settled
  expect(results.map(({ status }) => status)).toEqual([
    ...Array(3).fill('fulfilled'),
    ...Array(2).fill('rejected'),
  ])
  await expect(asked[4]).rejects.toThrow(/has been asked 3 times in this run/)
})
