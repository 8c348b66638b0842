import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../src/api/contract.ts'
import { foldText } from '../../../../web/parts/text/fold.ts'
import {
  type Selection,
  selectRows,
  sortKeys,
} from '../../../../web/views/result/entries/select-rows.ts'

describe('foldText', () => {
  it.each([
    ['Björk', 'bjork'],
    ['BJO\u0308RK', 'bjork'],
    ['Sigur Rós', 'sigur ros'],
    ['Straße', 'strasse'],
    ['Røyksopp', 'royksopp'],
    ['Łódź', 'lodz'],
    ['Don’t  Stop', 'dont stop'],
    ["don't stop", 'dont stop'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', foldText('οδοσ')],
    ['ｆｕｌｌ', 'full'],
    ['', ''],
  ])('reads %j as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('changes nothing when folding twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

const row = (position: number, rest: Partial<Row>): Row => ({
  kind: 'row',
  key: `0.${position}`,
  list: 0,
  position,
  state: 'kept',
  title: `Title ${position}`,
  artists: [],
  ...rest,
})

const rows = [
  row(1, { title: 'Öland', artists: ['Beth'], album: 'Ros', state: 'not-found' }),
  row(2, { title: 'Track 10', artists: [], state: 'kept' }),
  row(3, { title: 'track 9', artists: ['ábel'], state: 'searching' }),
  row(4, { title: 'Zebra', artists: ['Sigur Rós', 'Björk'], state: 'ambiguous' }),
  row(5, { title: '', artists: ['Abel'], state: 'kept' }),
]

const all: Selection = { search: '', sort: 'position', descending: false }
const positions = (selection: Partial<Selection>, language = 'en') =>
  selectRows(rows, { ...all, ...selection }, language).map(({ position }) => position)

describe('selectRows', () => {
  it.each<[string, Partial<Selection>, number[]]>([
    ['everything in the order of the playlist', {}, [1, 2, 3, 4, 5]],
    ['the other way round', { descending: true }, [5, 4, 3, 2, 1]],
    ['one outcome', { group: 'kept' }, [2, 5]],
    ['what has not come to its end', { group: 'unreached' }, [3]],
    ['a word of title or album without its accents', { search: 'oland' }, [1]],
    ['every word of the search, in any field', { search: 'BJORK  zeb' }, [4]],
    ['no row where one word is missing', { search: 'bjork oland' }, []],
    ['titles, numbers by value, no title last', { sort: 'title' }, [1, 3, 2, 4, 5]],
    [
      'titles from the end, no title still last',
      { sort: 'title', descending: true },
      [4, 2, 3, 1, 5],
    ],
    ['artists, equals in the order of the playlist', { sort: 'artist' }, [3, 5, 1, 4, 2]],
    ['outcomes, the unfinished last', { sort: 'outcome' }, [2, 5, 4, 1, 3]],
  ])('shows %s', (_, selection, shown) => {
    expect(positions(selection)).toEqual(shown)
  })

  it('sorts as the language does', () => {
    const names = ['Zebra', 'Öland'].map((title, at) => row(at + 1, { title }))
    const titles = (language: string) =>
      selectRows(names, { ...all, sort: 'title' }, language).map(({ title }) => title)
    expect(titles('de')).toEqual(['Öland', 'Zebra'])
    expect(titles('sv')).toEqual(['Zebra', 'Öland'])
  })

  it('loses and invents no row, whatever the order', () => {
    const some = fc.array(
      fc.record({ title: fc.string(), artists: fc.array(fc.string(), { maxLength: 2 }) }),
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), fc.boolean(), (given, sort, descending) => {
        const made = given.map((rest, at) => row(at + 1, rest))
        const shown = selectRows(made, { ...all, sort, descending }, 'en')
        expect(new Set(shown)).toEqual(new Set(made))
        expect(shown.length).toBe(made.length)
      }),
    )
  })
})
