import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groups } from '../../../../web/parts/rows/groups.ts'
import { sortKeys } from '../../../../web/views/result/entries/select-rows.ts'
import {
  everything,
  readShown,
  type Shown,
  writeShown,
} from '../../../../web/views/result/shown.ts'

const nothing: Shown = { selection: everything, open: [] }

describe('what an address shows of a result', () => {
  it.each<[string, Shown]>([
    ['', nothing],
    [
      'search=a+b&show=not-found&order=title&backwards=1&open=0.17',
      {
        list: 0,
        selection: { search: 'a b', group: 'not-found', sort: 'title', descending: true },
        open: ['0.17'],
      },
    ],
    // The row's own list, where none is named.
    ['open=3.4,3.5,3.4', { list: 3, selection: everything, open: ['3.4', '3.5'] }],
    ['list=2&open=3.4', { list: 2, selection: everything, open: ['3.4'] }],
    // What makes no sense is passed over.
    ['list=-1&show=__proto__&order=constructor&backwards=yes&open=../..,<b>,0.1x', nothing],
    ['list=9999999999&open=1e3.2,.,1.', nothing],
    ['%E0%A4%A&&&=&?#', nothing],
  ])('%s', (query, shown) => {
    expect(readShown(query)).toEqual(shown)
  })

  it('is bounded', () => {
    const keys = Array.from({ length: 1000 }, (_, at) => `0.${at}`).join(',')
    const { open, selection } = readShown(`search=${'a'.repeat(1e5)}&open=${keys}`)
    expect(open).toHaveLength(20)
    // The one opened last is among them.
    expect(open.at(-1)).toBe('0.999')
    expect(selection.search).toHaveLength(200)
  })

  it('is written so that it is read again, whatever was searched for', () => {
    const search = fc.string({ unit: 'grapheme', maxLength: 100 })
    const shown = fc.record({
      list: fc.nat(1e6).map((list) => list + 1),
      selection: fc.record(
        {
          group: fc.constantFrom(...groups),
          search: search.filter((text) => text.isWellFormed()),
          sort: fc.constantFrom(...sortKeys),
          descending: fc.boolean(),
        },
        { requiredKeys: ['search', 'sort', 'descending'] },
      ),
      open: fc.uniqueArray(
        fc.tuple(fc.nat(99), fc.nat(1e6)).map((key) => key.join('.')),
        {
          maxLength: 5,
        },
      ),
    })
    fc.assert(
      fc.property(shown, (each) => {
        expect(readShown(writeShown(each))).toEqual(each)
      }),
    )
  })
})
