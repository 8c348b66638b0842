import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/model/match.ts'
import { reason } from '../../../src/model/reason.ts'
import { fitScale, placeBar, stepsOf } from '../../../web/parts/evidence/waterfall-scale.ts'

const evidence = (...weights: number[]): Evidence[] =>
  weights.map((weight) => ({ field: 'title', level: reason('match.exact'), weight }))

describe('the waterfall', () => {
  it('begins each step where the one before ended', () => {
    expect(stepsOf(evidence(-11, 9, 4)).map(({ before, after }) => [before, after])).toEqual([
      [0, -11],
      [-11, -2],
      [-2, 2],
    ])
  })

  it('spans zero and every step of all candidates', () => {
    expect(fitScale([evidence(-11, 9), evidence(3)])).toEqual({ from: -11, to: 3 })
    expect(fitScale([])).toEqual({ from: 0, to: 1 })
    expect(fitScale([evidence(Number.NaN, Number.POSITIVE_INFINITY)])).toEqual({ from: 0, to: 1 })
  })

  it('places bars in percent, and lets none vanish', () => {
    const scale = { from: -10, to: 10 }
    expect(placeBar(0, 5, scale)).toEqual({ left: 50, width: 25, sign: 'for' })
    expect(placeBar(0, -10, scale)).toEqual({ left: 0, width: 50, sign: 'against' })
    expect(placeBar(5, 5, scale)).toEqual({ left: 75, width: 0.6, sign: 'for' })
  })
})
