import { expect, test } from 'vitest'
import type { Row } from '../../src/api/contract.ts'
import { fitting, toggleRange } from '../../web/views/result/entries/choose/chosen.ts'

const row = (key: string, state: Row['state'], candidates?: number): Row => ({
  ...{ kind: 'row', key, list: 0, position: 1, title: key, artists: [] },
  state,
  candidates,
})

const rows = [
  row('a', 'not-found', 1),
  row('b', 'kept'),
  row('c', 'ambiguous', 2),
  row('d', 'review', 1),
  row('e', 'not-found'),
]
const none = new Set<string>()
const keys = (set: ReadonlySet<string>) => [...set].join('')

test('a row is chosen and left again; one that has its file is not chosen', () => {
  const one = toggleRange(none, rows, 'a', undefined)
  expect(keys(one)).toBe('a')
  expect(keys(toggleRange(one, rows, 'a', undefined))).toBe('')
  expect(keys(toggleRange(none, rows, 'b', undefined))).toBe('')
})

test('a range is chosen from either end, among the rows that are shown', () => {
  expect(keys(toggleRange(none, rows, 'e', 'a'))).toBe('acde')
  expect(keys(toggleRange(none, rows, 'a', 'e'))).toBe('acde')
  expect(keys(toggleRange(new Set(['e']), rows, 'c', 'gone'))).toBe('ec')
  expect(keys(toggleRange(none, rows, 'c', 'c'))).toBe('c')
})

test('a doubt about a licence is never settled for many rows at once', () => {
  expect(fitting(rows, 'right').map(({ key }) => key)).toEqual(['a', 'c'])
  expect(fitting(rows, 'none')).toEqual(rows)
})
