import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Changes } from '../../../src/model/lists/changes.ts'
import type { Entry } from '../../../src/model/playlist.ts'
import { comparePlaylists } from '../../../src/report/changes/compare.ts'
import { listDeparted } from '../../../src/report/changes/departed.ts'
import {
  dropRetold,
  type HistoryLine,
  readHistoryLine,
  writeHistoryLine,
} from '../../../src/report/changes/history.ts'
import { readRecorded } from '../../../src/report/changes/recorded.ts'
import { someChanges } from '../samples.ts'
import { applyChanges, song, stateOf } from './states.ts'

const at = '2026-11-21T06:43:12.000Z'

describe('a line of a history', () => {
  test('comes back as it was written', () => {
    const line = writeHistoryLine(at, someChanges)
    expect(line.endsWith('}\n')).toBe(true)
    expect(readHistoryLine(line)).toEqual({ at, ...someChanges })
  })

  const good = { at, ...someChanges }
  const damaged: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['torn', writeHistoryLine(at, someChanges).slice(0, 200)],
    ['no object', '[]'],
    ['no time', JSON.stringify({ ...good, at: 'yesterday' })],
    ['no former state', JSON.stringify({ ...good, since: undefined })],
    ['a list missing', JSON.stringify({ ...good, moved: undefined })],
    [
      'an entry without a position',
      JSON.stringify({ ...good, added: [{ track: { title: 'a', artists: [] } }] }),
    ],
    ['an entry without a name', JSON.stringify({ ...good, removed: [{ position: 1 }] })],
    ['half a move', JSON.stringify({ ...good, moved: [{ to: someChanges.added[0] }] })],
    ['another’s fields', '{"__proto__":{"at":"2026-11-21T06:43:12.000Z"}}'],
  ]
  test.each(damaged)('damaged, %s: nothing of it is believed', (_, line) => {
    expect(readHistoryLine(line)).toBeUndefined()
  })

  test('whatever the text, it is read or refused, and what is read is whole', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readHistoryLine(text)).toBeUndefined()
        expect(readRecorded(text)).toBeUndefined()
      }),
    )
    const cut = writeHistoryLine(at, someChanges)
    fc.assert(
      fc.property(fc.nat(cut.length - 3), (length) => {
        expect(readHistoryLine(cut.slice(0, length))).toBeUndefined()
      }),
    )
  })
})

/** The runs that saw these states, a day apart. */
function historyOf(states: readonly (readonly Entry[])[]): readonly HistoryLine[] {
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString()
  return states.slice(1).map((state, index) => ({
    at: day(index + 1),
    since: day(index),
    ...comparePlaylists(states[index] ?? [], state),
  }))
}

test('all states can be had back from the first one and the history', () => {
  const state = fc
    .array(fc.constantFrom('A - a', 'B - b', 'C - c', 'D - d', 'E - e'), { maxLength: 8 })
    .map((names) => stateOf(...names))
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 5 }), (states) => {
      const lines = historyOf(states).map((line) => readHistoryLine(JSON.stringify(line)))
      const replayed = lines.reduce<readonly Entry[]>(
        (before, line) => applyChanges(before, line as Changes),
        states[0] ?? [],
      )
      expect(replayed).toEqual(states.at(-1))
    }),
  )
})

test('what a killed run wrote and recorded no state for is told once, as the next run saw it', () => {
  const [first, second] = historyOf([stateOf('A - a'), stateOf('B - b'), stateOf('C - c')])
  const killed = { ...first!, at: '2026-01-01T12:00:00.000Z' }
  expect(dropRetold([killed, first!, second!])).toEqual([first, second])
})

describe('listDeparted', () => {
  const names = ({ left, withdrawn }: ReturnType<typeof listDeparted>) => ({
    left: left.map(({ entry, at }) => [
      entry.kind === 'track' && entry.track.title,
      at?.slice(8, 10),
    ]),
    withdrawn: withdrawn.map(({ entry, at }) => [
      entry.kind === 'track' && entry.track.title,
      at?.slice(8, 10),
    ]),
  })
  const silent = (name: string): Entry => ({ ...song(name), withdrawn: true })
  const cases: readonly (readonly [
    string,
    readonly (readonly Entry[])[],
    readonly (readonly [string, string])[],
    readonly (readonly [string, string | undefined])[],
  ])[] = [
    ['left', [stateOf('A - a', 'B - b'), stateOf('A - a')], [['b', '02']], []],
    [
      'left and came back',
      [stateOf('A - a'), stateOf('B - b'), stateOf('A - a')],
      [['b', '03']],
      [],
    ],
    [
      'left twice, came back twice',
      [stateOf('A - a'), [], stateOf('A - a'), [], stateOf('A - a')],
      [],
      [],
    ],
    ['left twice, came back once', [stateOf('A - a'), [], stateOf('A - a'), []], [['a', '04']], []],
    ['withdrawn', [stateOf('A - a'), stateOf(silent('A - a'))], [], [['a', '02']]],
    ['withdrawn from the start', [stateOf(silent('A - a'))], [], [['a', undefined]]],
    [
      'withdrawn, returned, withdrawn again',
      [stateOf('A - a'), stateOf(silent('A - a')), stateOf('A - a'), stateOf(silent('A - a'))],
      [],
      [['a', '04']],
    ],
    [
      'withdrawn, then removed',
      [stateOf('A - a'), stateOf(silent('A - a')), []],
      [['a', '03']],
      [],
    ],
  ]
  test.each(cases)('%s', (_, states, left, withdrawn) => {
    expect(names(listDeparted(historyOf(states), states.at(-1) ?? []))).toEqual({ left, withdrawn })
  })
})
