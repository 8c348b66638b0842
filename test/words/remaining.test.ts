import { expect, it } from 'vitest'
import { roundRemaining } from '../../src/words/remaining.ts'

const minutes = (count: number) => count * 60_000

it.each([
  [0, undefined],
  [59_999, undefined],
  [minutes(1), minutes(1)],
  [minutes(4.4), minutes(4)],
  [minutes(9.6), minutes(10)],
  [minutes(13), minutes(15)],
  [minutes(58), minutes(60)],
  [minutes(80), minutes(75)],
  [minutes(430), minutes(420)],
])('%i ms are told as %s', (ms, told) => {
  expect(roundRemaining(ms)).toBe(told)
})
