import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoff, readRetryAfter } from '../../../src/base/http/send/backoff.ts'

const now = Date.UTC(2026, 10, 21)

test.each([
  ['nothing', undefined, undefined],
  ['seconds', '120', 120_000],
  ['no wait', '0', 0],
  ['a date', 'Sat, 21 Nov 2026 00:01:00 GMT', 60_000],
  ['a date that is over', 'Fri, 20 Nov 2026 00:00:00 GMT', 0],
  ['more seconds than any date has', '9'.repeat(400), 315_360_000_000],
  ['nonsense', 'soon', undefined],
  ['empty', '', undefined],
])('Retry-After: %s', (_, value, ms) => {
  expect(readRetryAfter(value, now)).toBe(ms)
})

test('whatever a host asks for, it comes to a time that has a date', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const ms = readRetryAfter(value, now)
      if (ms !== undefined) expect(new Date(now + ms).getTime()).toBeGreaterThanOrEqual(now)
    }),
  )
})

test.each([
  [2, 1000],
  [3, 2000],
  [4, 4000],
  [30, 20_000],
])('before attempt %i any wait up to %i ms, each as likely', (attempt, most) => {
  expect([0, 0.25, 1].map((random) => backoff(attempt, random))).toEqual([0, most / 4, most])
})
