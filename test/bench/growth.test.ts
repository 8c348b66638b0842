import { expect, test } from 'vitest'
import { findGrowth } from '../../bench/soak/growth.ts'

const run = (at: (index: number) => number) => Array.from({ length: 100 }, (_, index) => at(index))

test('what only swings, or grows while it warms up, is flat', () => {
  expect(
    findGrowth(
      run(() => 80),
      0,
    ),
  ).toEqual({ first: 80, last: 80, max: 80, isFlat: true })
  expect(
    findGrowth(
      run((n) => 80 + (n % 7)),
      2,
    ).isFlat,
  ).toBe(true)
  expect(
    findGrowth(
      run((n) => 80 + Math.min(n, 25)),
      0,
    ).isFlat,
  ).toBe(true)
  expect(
    findGrowth(
      run((n) => 180 - n),
      0,
    ).isFlat,
  ).toBe(true)
})

test('one high sample decides nothing, and is told', () => {
  const samples = run((n) => (n === 95 ? 1000 : 80))
  expect(findGrowth(samples, 2)).toMatchObject({ last: 80, max: 1000, isFlat: true })
})

test('what goes on growing is found, also in steps', () => {
  // Over two thirds of what counts: 50 samples.
  expect(
    findGrowth(
      run((n) => 80 + n / 10),
      5,
    ),
  ).toMatchObject({ isFlat: true })
  expect(
    findGrowth(
      run((n) => 80 + n / 10),
      4.9,
    ),
  ).toMatchObject({ isFlat: false })
  expect(
    findGrowth(
      run((n) => (n < 60 ? 80 : 90)),
      9,
    ),
  ).toMatchObject({ first: 80, last: 90, isFlat: false })
})

test('too short a run says nothing', () => {
  expect(() => findGrowth([80, 80, 80, 80], 5)).toThrow('too short')
})
