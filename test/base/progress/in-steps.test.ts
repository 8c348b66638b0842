import { expect, test } from 'vitest'
import { inSteps } from '../../../src/base/progress/in-steps.ts'

/** What is told of so many things done, one after another. */
function tell(count: number, total: number | undefined) {
  const told: (readonly [number, number | undefined])[] = []
  const step = inSteps((done, of) => told.push([done, of]))
  for (let done = 0; done <= count; done++) step(done, total)
  return told
}

test.each([0, 1, 10, 199, 200, 201, 5000, 100_000])(
  'of %i things, few steps to the end',
  (count) => {
    const told = tell(count, count)
    expect(told.length).toBeLessThanOrEqual(202)
    expect(told[0]).toEqual([0, count])
    expect(told.at(-1)).toEqual([count, count])
    expect(told.map(([done]) => done)).toEqual([...new Set(told.map(([done]) => done))])
  },
)

test('of so many that nobody knows, fewer the more there are', () => {
  expect(tell(1_000_000, undefined).length).toBeLessThan(200)
  expect(tell(20, undefined).length).toBeGreaterThan(10)
})

test('a new total is told at once', () => {
  const told: (readonly [number, number | undefined])[] = []
  const step = inSteps((done, total) => told.push([done, total]))
  step(5, undefined)
  step(5, 5)
  expect(told).toEqual([
    [5, undefined],
    [5, 5],
  ])
})
