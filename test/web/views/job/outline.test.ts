import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListEntry, Row } from '../../../../src/api/contract.ts'
import { outlineOf } from '../../../../web/views/job/outline.ts'

const makeRows = (list: number, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'row',
    key: `${list}.${at + 1}`,
    list,
    position: at + 1,
    state: 'waiting',
    title: '',
    artists: [],
  }))

const makeList = (list: number): ListEntry => ({
  kind: 'list',
  key: `list.${list}`,
  list,
  name: `${list}`,
  format: 'csv',
  tracks: 0,
  leftOut: 0,
  notes: [],
})

function make(sizes: readonly number[]) {
  const rows = sizes.map((size, list) => makeRows(list, size))
  return outlineOf(
    sizes.map((_, list) => makeList(list)),
    (list) => rows[list] ?? [],
  )
}

describe('the outline of a run', () => {
  it('is the rows alone where there is one playlist', () => {
    const outline = make([3])
    expect(outline.length).toBe(3)
    expect(outline.at(0)).toMatchObject({ kind: 'row', row: { key: '0.1' } })
    expect(outline.at(3)).toBeUndefined()
    expect(outline.at(-1)).toBeUndefined()
  })

  it('has each playlist’s name above its rows, empty ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 9 }), (sizes) => {
        const outline = make(sizes)
        const seen = Array.from({ length: outline.length }, (_, at) => {
          const line = outline.at(at)
          return line?.kind === 'row' ? line.row.key : line?.list.key
        })
        const expected = sizes.flatMap((size, list) => [
          `list.${list}`,
          ...makeRows(list, size).map(({ key }) => key),
        ])
        expect(seen).toEqual(expected)
      }),
    )
  })

  it('finds a row where it stands', () => {
    const outline = make([2, 0, 3])
    expect(outline.find(({ key }) => key === '2.2')).toBe(6)
    expect(outline.at(6)).toMatchObject({ row: { key: '2.2' } })
    expect(outline.find(() => false)).toBe(-1)
  })

  it('of nothing is empty', () => {
    expect(make([]).length).toBe(0)
    expect(make([]).at(0)).toBeUndefined()
  })
})
