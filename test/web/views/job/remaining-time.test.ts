import { describe, expect, it } from 'vitest'
import { RemainingTime, roundRemaining } from '../../../../web/views/job/remaining-time.ts'

/** One note a second: how many are done at each. */
function paceOf(done: (second: number) => number, seconds: number): RemainingTime {
  const pace = new RemainingTime()
  for (let second = 0; second <= seconds; second++) pace.note(second * 1000, done(second))
  return pace
}

describe('the time that is left', () => {
  it('is not known at first, and not while nothing gets done', () => {
    expect(new RemainingTime().left(0, 0, 10)).toBeUndefined()
    expect(paceOf((second) => second, 10).left(10_000, 10, 100)).toBeUndefined()
    expect(paceOf(() => 7, 100).left(100_000, 7, 100)).toBeUndefined()
  })

  it('follows from the pace so far', () => {
    expect(paceOf((second) => second * 2, 60).left(60_000, 120, 240)).toBe(60_000)
  })

  it('forgets the many that were kept already after some minutes', () => {
    const done = (second: number) => (second < 10 ? second * 1000 : 10_000 + (second - 10))
    const left = paceOf(done, 400).left(400_000, 10_390, 10_490)
    expect(left).toBe(100_000)
  })

  it('grows while nothing moves', () => {
    const pace = paceOf((second) => Math.min(second, 60), 90)
    const early = pace.left(61_000, 60, 100) ?? 0
    expect(pace.left(90_000, 60, 100)).toBeGreaterThan(early)
  })

  it('begins anew after a rest, and when less is done than before', () => {
    const pace = paceOf((second) => second, 60)
    pace.rest()
    expect(pace.left(61_000, 61, 100)).toBeUndefined()
    const again = paceOf((second) => second, 60)
    again.note(61_000, 3)
    expect(again.left(62_000, 3, 100)).toBeUndefined()
  })

  it('is zero when all is done', () => {
    expect(paceOf((second) => second, 60).left(60_000, 60, 60)).toBe(0)
  })

  it.each([
    [0, 10_000],
    [44_000, 40_000],
    [100_000, 120_000],
    [61 * 60_000, 60 * 60_000],
  ])('%i ms are told as %i', (ms, told) => {
    expect(roundRemaining(ms)).toBe(told)
  })
})
