import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, likeness, sharedWords } from '../../src/text/likeness.ts'

/** Optimal string alignment by its definition: the whole table. */
function byTable(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= left.length; i++)
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1
      let cost = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = cost
    }
  return rows[left.length]![right.length]!
}

const word = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'abc d'), maxLength })

test.each([
  ['harbour', 'harbour', 0],
  ['harbour', 'harbor', 1],
  ['harbour', 'habrour', 1],
  ['harbour', 'arbours', 2],
  ['', 'abc', 3],
])('%j to %j takes %i edits', (left, right, edits) => {
  expect(editDistance(left, right)).toBe(edits)
})

test('counts the same edits as the whole table, short and long, up to the limit', () => {
  fc.assert(
    fc.property(word(70), word(70), fc.integer({ min: 0, max: 80 }), (left, right, limit) => {
      expect(editDistance(left, right, limit)).toBe(Math.min(byTable(left, right), limit + 1))
      expect(editDistance(right, left, limit)).toBe(editDistance(left, right, limit))
    }),
    { numRuns: 3000 },
  )
})

test('likeness is a share, and 0 below what is asked for', () => {
  expect(likeness('harbour', 'harbor')).toBeCloseTo(6 / 7)
  expect(likeness('harbour', 'harbor', 0.9)).toBe(0)
  expect(likeness('', '')).toBe(1)
  expect(sharedWords(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3)
})
