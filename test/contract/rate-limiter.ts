import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { UnavailableError } from '../../src/base/http/errors.ts'
import type { HostRule } from '../../src/base/http/http.ts'
import type { OpenLimiter } from '../../src/base/http/limit/rate-limiter.ts'

const { signal } = new AbortController()
let hosts = 0
/** Of a host that no other test has asked. */
const rule = (requests: number, perMs: number, atOnce: number): HostRule => ({
  host: `host${hosts++}.example`,
  pace: { requests, perMs },
  atOnce,
})

/** What is measured here, beside what it should be, is when `call` is made: a timer may be a little early. */
const EARLY_MS = 2

/** What every rate limiter promises; each call of `open` is another view of one and the same limit. */
export function testRateLimiter(open: () => OpenLimiter): void {
  test('never too many at once and never too many in a period, whoever asks', async () => {
    const one = rule(5, 100, 3)
    const limiters = [open()(one), open()(one)]
    const begun: number[] = []
    let underWay = 0
    let most = 0
    const ask = async () => {
      begun.push(performance.now())
      most = Math.max(most, ++underWay)
      await setTimeout(Math.random() * 30)
      underWay--
    }
    const all = Array.from({ length: 15 }, (_, at) => limiters[at % 2]!.turn(ask, signal))
    await Promise.all(all)
    expect(most).toBeLessThanOrEqual(3)
    expect(begun).toHaveLength(15)
    for (let at = 5; at < begun.length; at++)
      expect(begun[at]! - begun[at - 5]!).toBeGreaterThanOrEqual(100 - EARLY_MS)
  })

  test('what counts is when a request leaves, however long it took to connect', async () => {
    const limiter = open()(rule(1, 300, 3))
    const left: number[] = []
    /** It has to connect first; asked again, it has its connection. */
    const ask = (connectMs: number) => {
      let toConnect = connectMs
      return limiter.turn(async (_, begin) => {
        await setTimeout(toConnect)
        toConnect = 0
        begin()
        left.push(performance.now())
      }, signal)
    }
    await Promise.all([200, 0, 700, 0, 100, 0].map(ask))
    expect(left).toHaveLength(6)
    const gaps = left.slice(1).map((at, index) => at - left[index]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300 - EARLY_MS)
  })

  test('first come, first served', async () => {
    const limiter = open()(rule(100, 10, 1))
    const order: number[] = []
    await Promise.all(
      [0, 1, 2, 3, 4].map((each) => limiter.turn(async () => order.push(each), signal)),
    )
    expect(order).toEqual([0, 1, 2, 3, 4])
  })

  test('whoever gives up in the line keeps nobody waiting, and is told why', async () => {
    const limiter = open()(rule(100, 10, 1))
    const stop = new AbortController()
    const end = Promise.withResolvers<void>()
    const order: string[] = []
    const call = (name: string) => async () => order.push(name)
    const first = limiter.turn(() => end.promise, signal)
    const second = limiter.turn(call('second'), stop.signal)
    const third = limiter.turn(call('third'), signal)
    stop.abort(new Error('Enough.'))
    await expect(second).rejects.toThrow('Enough.')
    end.resolve()
    await Promise.all([first, third])
    expect(order).toEqual(['third'])
  })

  test('a request that fails gives its turn back', async () => {
    const limiter = open()(rule(100, 10, 1))
    const broken = limiter.turn(() => Promise.reject(new Error('It broke.')), signal)
    await expect(broken).rejects.toThrow('It broke.')
    expect(await limiter.turn(async () => 'next', signal)).toBe('next')
  })

  test('the signal of a request is aborted with its caller’s', async () => {
    const limiter = open()(rule(100, 10, 1))
    const stop = new AbortController()
    const asked = limiter.turn(async (held) => {
      stop.abort(new Error('Enough.'))
      held.throwIfAborted()
    }, stop.signal)
    await expect(asked).rejects.toThrow('Enough.')
  })

  test('while a host wants quiet nobody begins, whoever was told so', async () => {
    const one = rule(100, 10, 4)
    const [told, other] = [open()(one), open()(one)]
    let quietUntil = 0
    await told.turn(async () => {
      told.hush(one.host, 150)
      quietUntil = performance.now() + 150
    }, signal)
    // The turn ends with the word of it; whoever has one from before is not stopped any more.
    await told.turn(async () => {}, signal)
    const begun = await other.turn(async () => performance.now(), signal)
    expect(begun).toBeGreaterThanOrEqual(quietUntil - EARLY_MS)
  })

  test('a long quiet ends the waiting of all in the line', async () => {
    const one = rule(100, 10, 1)
    const limiter = open()(one)
    const first = limiter.turn(async () => limiter.hush(one.host, 3_600_000), signal)
    const others = [1, 2, 3].map(() => limiter.turn(async () => 'never', signal))
    const ends = await Promise.allSettled(others)
    await first
    for (const end of ends) {
      const error = end.status === 'rejected' ? end.reason : undefined
      expect(error).toBeInstanceOf(UnavailableError)
      expect(error).toMatchObject({
        host: one.host,
        until: expect.any(String),
        reason: { code: 'network.asks-for-quiet' },
      })
    }
    await expect(open()(one).turn(async () => 'never', signal)).rejects.toThrow(UnavailableError)
  })

  test('a slow host is asked so many times in a run, and those who wait are told', async () => {
    const limiter = open()({ ...rule(100, 10, 1), perRun: 3 })
    const asked = Array.from({ length: 5 }, () => limiter.turn(async () => 'asked', signal))
    const ends = await Promise.allSettled(asked)
    expect(ends.map(({ status }) => status)).toEqual([
      ...Array(3).fill('fulfilled'),
      ...Array(2).fill('rejected'),
    ])
    expect(ends[4]).toMatchObject({ reason: { reason: { code: 'network.asked-enough' } } })
  })

  test('nobody starves: of two who ask again and again, each gets a fair part', async () => {
    const one = rule(1, 10, 1)
    const counts = [0, 0]
    const stop = new AbortController()
    const runs = counts.map(async (_, at) => {
      const limiter = open()(one)
      const ask = async () => {
        counts[at]!++
        if (counts[0]! + counts[1]! >= 20) stop.abort()
      }
      // Two in line at any time: nobody has to be quick to come next.
      const keepAsking = async () => {
        while (!stop.signal.aborted) await limiter.turn(ask, stop.signal).catch(() => {})
      }
      await Promise.all([keepAsking(), keepAsking()])
    })
    await Promise.all(runs)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
  })

  test('it tells how much of the pace is used', async () => {
    const limiter = open()(rule(2, 1000, 2))
    expect(limiter.pace).toMatchObject({ begun: 0, intervalMs: 500 })
    expect(limiter.pace.msUntil(2)).toBe(0)
    await Promise.all([1, 2].map(() => limiter.turn(async () => {}, signal)))
    await vi.waitFor(() => expect(limiter.pace.begun).toBe(2))
    expect(limiter.pace.msUntil(1)).toBeGreaterThan(0)
  })
}
