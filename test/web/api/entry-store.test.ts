import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListEntry, Row, RunEntry } from '../../../src/api/contract.ts'
import { textReason } from '../../../src/model/reason.ts'
import { EntryStore } from '../../../web/api/entry-store.ts'

const row = (list: number, position: number, state: Row['state'] = 'waiting'): Row => ({
  kind: 'row',
  key: `${list}.${position}`,
  list,
  position,
  state,
  title: `Title ${position}`,
  artists: [],
})

const list = (number: number): ListEntry => ({
  kind: 'list',
  key: `list.${number}`,
  list: number,
  name: `List ${number}`,
  format: 'csv',
  tracks: 3,
  leftOut: 0,
  notes: [],
})

describe('EntryStore', () => {
  it('puts rows in their places, whatever order they come in', () => {
    const store = new EntryStore()
    store.apply([row(1, 2), row(0, 3), list(1), row(0, 1), list(0)])
    expect(store.state.lists.map((each) => each.list)).toEqual([0, 1])
    // Rows that have not come leave no holes.
    expect(store.state.rows(0).map(({ position }) => position)).toEqual([1, 3])
    expect(store.state.rows(7)).toEqual([])
  })

  it('keeps what did not change, to the object', () => {
    const store = new EntryStore()
    store.apply([list(0), list(1), row(0, 1), row(0, 2), row(1, 1)])
    const before = store.state
    store.apply([row(0, 2, 'kept')])
    const after = store.state
    expect(after.version).toBe(before.version + 1)
    expect(after.lists).toBe(before.lists)
    expect(after.rows(1)).toBe(before.rows(1))
    expect(after.rows(0)).not.toBe(before.rows(0))
    expect(after.rows(0)[0]).toBe(before.rows(0)[0])
    expect(after.rows(0)[1]?.state).toBe('kept')
    // A state that was handed out stays as it was.
    expect(before.rows(0)[1]?.state).toBe('waiting')
  })

  it('is the same state where nothing came', () => {
    const store = new EntryStore()
    store.apply([row(0, 1)])
    const before = store.state
    store.apply([])
    expect(store.state).toBe(before)
  })

  it('ends the same however the entries are parted', () => {
    const entry = fc.oneof(
      fc
        .tuple(fc.nat(2), fc.integer({ min: 1, max: 6 }), fc.constantFrom('waiting', 'kept'))
        .map(([number, position, state]): RunEntry => row(number, position, state as Row['state'])),
      fc.nat(2).map((number): RunEntry => list(number)),
      fc
        .tuple(fc.constantFrom('a', 'b'), fc.string())
        .map(([key, text]): RunEntry => ({ kind: 'remark', key, text: textReason(text) })),
    )
    fc.assert(
      fc.property(fc.array(fc.array(entry)), (batches) => {
        const parted = new EntryStore()
        for (const batch of batches) parted.apply(batch)
        const whole = new EntryStore()
        whole.apply(batches.flat())
        const see = ({ state }: EntryStore) => [
          state.lists,
          state.remarks,
          [0, 1, 2].map((number) => state.rows(number)),
        ]
        expect(see(parted)).toEqual(see(whole))
      }),
    )
  })

  it('takes 100,000 entries, 500 at a time, of 10,000 rows', () => {
    const store = new EntryStore()
    store.apply([list(0), ...Array.from({ length: 10_000 }, (_, at) => row(0, at + 1))])
    const states = ['searching', 'downloading', 'encoding', 'storing', 'kept'] as const
    for (let sent = 0; sent < 100_000; sent += 500) {
      const batch = Array.from({ length: 500 }, (_, at) => {
        const number = sent + at
        return row(0, (number % 10_000) + 1, states[Math.floor(number / 20_000)] ?? 'kept')
      })
      store.apply(batch)
    }
    const rows = store.state.rows(0)
    expect(rows).toHaveLength(10_000)
    expect(rows.every(({ state, position }, at) => state === 'kept' && position === at + 1)).toBe(
      true,
    )
    expect(store.state.version).toBe(201)
  })
})
