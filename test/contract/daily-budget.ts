import { expect, test } from 'vitest'
import type { Budget } from '../../src/base/http/budget/budget.ts'

let names = 0
/** One that no other test has taken of. */
const allow = (perDay: number) => ({
  name: `searches-${names++}`,
  perDay,
  zone: 'America/Los_Angeles',
})

/** What every count of a day promises; each call of `open` is another run's view of one and the same. */
export function testDailyBudget(open: () => Budget): void {
  test('a day gives what it allows, and no more, to however many ask at once', async () => {
    const budget = open()
    const three = allow(3)
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, at) => budget.take(three, `question ${at}`)),
    )
    expect(taken.filter(Boolean)).toHaveLength(3)
  })

  test('the next run counts on, and a question asked again that day costs nothing', async () => {
    const two = allow(2)
    for (const question of ['one', 'two', 'one', 'two'])
      expect(await open().take(two, question)).toBe(true)
    expect(await open().take(two, 'three')).toBe(false)
    expect(await open().take(two, 'one')).toBe(true)
  })

  test('what is counted under one name is not taken from another', async () => {
    const budget = open()
    expect(await budget.take(allow(1), 'one')).toBe(true)
    expect(await budget.take(allow(1), 'one')).toBe(true)
  })
}
