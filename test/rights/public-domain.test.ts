import { expect, test } from 'vitest'
import { isPublicDomainInUs } from '../../src/rights/public-domain.ts'

test.each([
  // published, last day protected, first day free
  [1900, '2021-12-31', '2022-01-01'],
  [1922, '2021-12-31', '2022-01-01'],
  [1923, '2023-12-31', '2024-01-01'],
  [1925, '2025-12-31', '2026-01-01'],
  [1926, '2026-12-31', '2027-01-01'],
  [1946, '2046-12-31', '2047-01-01'],
  [1947, '2057-12-31', '2058-01-01'],
  [1956, '2066-12-31', '2067-01-01'],
  [1957, '2067-02-15', '2067-02-16'],
  [1971, '2067-02-15', '2067-02-16'],
  [1972, '2067-12-31', '2068-01-01'],
  [1977, '2072-12-31', '2073-01-01'],
])('a recording of %i: protected until %s, free from %s', (year, last, first) => {
  expect(isPublicDomainInUs(year, last)).toBe(false)
  expect(isPublicDomainInUs(year, first)).toBe(true)
})

test('later ones depend on their authors’ lives', () => {
  expect(isPublicDomainInUs(1978, '2200-01-01')).toBe(false)
})

test.each([1876, 1808, 190, 0, -1, Number.NaN])('nothing was recorded in %d', (year) => {
  expect(isPublicDomainInUs(year, '2200-01-01')).toBe(false)
})
