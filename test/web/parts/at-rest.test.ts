import { expect, test } from 'vitest'
import { Row, RowState } from '../../../src/api/rows.ts'
import { isAtWork, rowsAtRest, stateAtRest } from '../../../web/parts/rows/at-rest.ts'

test('in a run that rests, no track is being searched for, loaded, encoded or stored', () => {
  const changed = RowState.options.filter((state) => stateAtRest(state) !== state)
  expect(changed).toEqual(['searching', 'downloading', 'encoding', 'storing'])
  expect(changed.every((state) => isAtWork(state))).toBe(true)
  expect(new Set(changed.map(stateAtRest))).toEqual(new Set(['waiting']))
})

test('rows that have ended, or wait, are the same objects', () => {
  const rows = (['kept', 'encoding', 'waiting'] as const).map((state, at) =>
    Row.parse({
      kind: 'row',
      key: `0.${at}`,
      list: 0,
      position: at,
      state,
      title: '',
      artists: [],
    }),
  )
  const resting = rowsAtRest(rows)
  expect(resting.map(({ state }) => state)).toEqual(['kept', 'waiting', 'waiting'])
  expect([resting[0], resting[2]]).toEqual([rows[0], rows[2]])
  expect(resting[0]).toBe(rows[0])
  expect(rowsAtRest(rows.slice(2))).toEqual(rows.slice(2))
})
