import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row, RowState } from '../../../../src/api/contract.ts'
import { measureLongTail } from '../../../../web/views/result/long-tail.ts'

let position = 0
const row = (artist: string, state: RowState, plays?: number): Row => ({
  kind: 'row',
  key: `0.${++position}`,
  list: 0,
  position,
  state,
  title: 'Any',
  artists: artist === '' ? [] : [artist],
  plays,
})

describe('measureLongTail', () => {
  it('tells by artists how much of the rare is kept', () => {
    const rows = [
      row('Rare', 'not-found'),
      row('Other', 'kept'),
      ...['A', 'a', 'Á'].map((name) => row(name, 'already-kept')),
      row('', 'kept'),
      row('Rare', 'skipped'),
    ]
    expect(measureLongTail(rows)).toEqual({
      by: 'artists',
      bands: [
        { from: 1, to: 1, tracks: 2, kept: 1, artists: 2, amount: 2, amountKept: 1 },
        { from: 3, to: 5, tracks: 3, kept: 3, artists: 1, amount: 3, amountKept: 3 },
      ],
    })
  })

  it('tells by plays how much of what was heard is kept, the most played first', () => {
    const rows = [
      ...Array.from({ length: 10 }, (_, at) => row('A', at === 0 ? 'refused' : 'kept', 100)),
      row('B', 'would-keep', 5),
      row('C', 'ambiguous'),
    ].toReversed()
    expect(measureLongTail(rows)).toEqual({
      by: 'plays',
      bands: [
        { from: 1, to: 10, tracks: 10, kept: 9, amount: 1000, amountKept: 900 },
        { from: 11, to: 12, tracks: 2, kept: 1, amount: 5, amountKept: 5 },
      ],
    })
  })

  it.each([
    ['nothing', []],
    ['one band', [row('A', 'kept'), row('B', 'kept')]],
    ['no artists', [row('', 'kept'), row('', 'kept')]],
  ])('draws nothing of %s', (_, rows) => {
    expect(measureLongTail(rows)).toBeUndefined()
  })

  it('counts every track once, and never keeps more than there is', () => {
    const any = fc.array(
      fc.record({
        artist: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        state: fc.constantFrom<RowState>('kept', 'not-found', 'waiting'),
        plays: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 300 },
    )
    fc.assert(
      fc.property(any, (given) => {
        const tail = measureLongTail(given.map((one) => row(one.artist, one.state, one.plays)))
        if (!tail) return
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
        expect(sum(tail.bands.map(({ tracks }) => tracks))).toBe(given.length)
        expect(sum(tail.bands.map(({ kept }) => kept))).toBe(
          given.filter(({ state }) => state === 'kept').length,
        )
        const amount = tail.by === 'plays' ? sum(given.map(({ plays = 0 }) => plays)) : given.length
        expect(sum(tail.bands.map((band) => band.amount))).toBe(amount)
        for (const band of tail.bands) expect(band.amountKept).toBeLessThanOrEqual(band.amount)
      }),
    )
  })
})
