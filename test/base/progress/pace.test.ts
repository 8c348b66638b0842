import { describe, expect, it } from 'vitest'
import { Pace } from '../../../src/base/progress/pace.ts'

/** One note a second: how many are done at each. */
function paceOf(done: (second: number) => number, seconds: number): Pace {
  const pace = new Pace()
  for (let second = 0; second <= seconds; second++) pace.note(second * 1000, done(second))
  return pace
}

describe('the pace of bytes', () => {
  it('is not known at first, and not while nothing gets done', () => {
    expect(new Pace().left(0, 0, 10)).toBeUndefined()
    expect(paceOf((second) => second, 4).left(4_000, 4, 100)).toBeUndefined()
    expect(paceOf(() => 7, 100).left(100_000, 7, 100)).toBeUndefined()
  })

  it('tells what is left by what was done so far', () => {
    expect(paceOf((second) => second * 2, 60).left(60_000, 120, 240)).toBe(60_000)
  })

  it('forgets after some minutes how fast it was at first', () => {
    const done = (second: number) => (second < 10 ? second * 1000 : 10_000 + (second - 10))
    const left = paceOf(done, 400).left(400_000, 10_390, 10_490)
    expect(left).toBe(100_000)
  })

  it('tells more and more while nothing moves', () => {
    const pace = paceOf((second) => Math.min(second, 60), 90)
    const early = pace.left(61_000, 60, 100) ?? 0
    expect(pace.left(90_000, 60, 100)).toBeGreaterThan(early)
  })

  it('begins anew when less is done than before', () => {
    const again = paceOf((second) => second, 60)
    again.note(61_000, 3)
    expect(again.left(62_000, 3, 100)).toBeUndefined()
  })
})
