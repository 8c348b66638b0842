import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Changes } from '../../../src/model/lists/changes.ts'
import type { Entry } from '../../../src/model/playlist.ts'
import { textReason } from '../../../src/model/reason.ts'
import { comparePlaylists, isUnchanged } from '../../../src/report/changes/compare.ts'
import { longestRun } from '../../../src/report/changes/order.ts'
import { codePoint } from '../../support/code-point.ts'
import { applyChanges, emptied, song, stateOf, uriOf } from './states.ts'

const nameOf = (entry: Entry) => (entry.kind === 'track' ? entry.track.title : entry.text)

/** `+Title@3`, `-Title@1`, `Title@1>3`, and so on. */
function tell(changes: Omit<Changes, 'since'>): readonly string[] {
  const both = (sign: string, list: Changes['moved']) =>
    list.map(({ from, to }) => `${sign}${nameOf(to)}@${from.position}>${to.position}`)
  return [
    ...changes.added.map((entry) => `+${nameOf(entry)}@${entry.position}`),
    ...changes.removed.map((entry) => `-${nameOf(entry)}@${entry.position}`),
    ...both('', changes.moved),
    ...both('~', changes.changed),
    ...both('!', changes.withdrawn),
    ...both('*', changes.returned),
  ]
}

const [one, two] = [uriOf(1), uriOf(2)]

const cases: readonly (readonly [string, readonly Entry[], readonly Entry[], readonly string[]])[] =
  [
    ['nothing', stateOf('A - a', 'B - b'), stateOf('A - a', 'B - b'), []],
    [
      'added in the middle',
      stateOf('A - a', 'B - b'),
      stateOf('A - a', 'C - c', 'B - b'),
      ['+c@2'],
    ],
    ['removed', stateOf('A - a', 'B - b', 'C - c'), stateOf('A - a', 'C - c'), ['-b@2']],
    [
      'one moved from the end to the start: the others stayed',
      stateOf('A - a', 'B - b', 'C - c', 'D - d'),
      stateOf('D - d', 'A - a', 'B - b', 'C - c'),
      ['d@4>1'],
    ],
    [
      'one of two equal rows removed',
      stateOf('A - a', 'B - b', 'A - a'),
      stateOf('A - a', 'B - b'),
      ['-a@3'],
    ],
    [
      'renamed under the same address',
      stateOf(song('A - a', { uri: one })),
      stateOf(song('A - a (Remastered)', { uri: one })),
      ['~a (Remastered)@1>1'],
    ],
    [
      'renamed under the same ISRC, at another address',
      stateOf(song('A - a', { isrc: 'QZTST2600001', uri: one })),
      stateOf(song('A - b', { isrc: 'QZTST2600001', uri: two })),
      ['~b@1>1'],
    ],
    [
      'renamed without an address is another track',
      stateOf('A - a'),
      stateOf('A - b'),
      ['+b@1', '-a@1'],
    ],
    [
      'the same recording at another address of the same album',
      stateOf(song('A - a', { album: 'X', uri: one })),
      stateOf(song('A - a', { album: 'X', uri: two })),
      ['~a@1>1'],
    ],
    [
      'the single in place of the album track',
      stateOf(song('A - a', { album: 'X', uri: one })),
      stateOf(song('A - a', { album: 'a', uri: two })),
      ['+a@1', '-a@1'],
    ],
    [
      'another form of the same address',
      stateOf(song('A - a', { uri: uriOf('x') })),
      stateOf(
        song('A - a', { uri: `https://open.spotify.com/track/${'x'.padStart(22, '0')}?si=1` }),
      ),
      [],
    ],
    [
      'an export with ISRCs after one without',
      stateOf('A - a', song('B - b', { album: 'X' })),
      stateOf(song('A - a', { isrc: 'QZTST2600001', album: 'Y' }), 'B - b'),
      [],
    ],
    [
      'case, accents and signs',
      stateOf('Beyoncé - Don’t'),
      stateOf('BEYONCE - Dont'),
      ['~Dont@1>1'],
    ],
    [
      'two interludes of one album, told apart by their length',
      stateOf(song('A - Interlude', { album: 'X', durationMs: 20_000 })),
      stateOf(song('A - Interlude', { album: 'X', durationMs: 61_000 })),
      ['+Interlude@1', '-Interlude@1'],
    ],
    [
      'only the first artist is given',
      stateOf(song('A - a', { artists: ['A', 'B'], uri: one })),
      stateOf(song('A - a', { artists: ['A'] })),
      ['~a@1>1'],
    ],
    [
      'withdrawn by the service, and back again',
      stateOf(song('A - a', { uri: one }), { ...song('B - b', { uri: two }), withdrawn: true }),
      stateOf({ ...song('A - a', { uri: one }), withdrawn: true }, song('B - b', { uri: two })),
      ['!a@1>1', '*b@2>2'],
    ],
    [
      'rows that are no tracks',
      stateOf(emptied, {
        kind: 'skipped',
        position: 1,
        text: 'x',
        reason: textReason('An episode.'),
      }),
      stateOf(
        { kind: 'skipped', position: 1, text: 'x', reason: textReason('An episode.') },
        emptied,
        emptied,
      ),
      ['+@3', 'x@2>1'],
    ],
  ]

describe('comparePlaylists', () => {
  test.each(cases)('%s', (_, before, after, says) => {
    const changes = comparePlaylists(before, after)
    expect(tell(changes).toSorted()).toEqual(says.toSorted())
    expect(isUnchanged(changes)).toBe(says.length === 0)
  })

  const ids = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 14 })
  const state = (salt: string) =>
    ids.chain((list) =>
      fc
        .array(fc.record({ renamed: fc.boolean(), withdrawn: fc.boolean() }), {
          minLength: list.length,
          maxLength: list.length,
        })
        .map((odd) =>
          stateOf(
            ...list.map((id, at): Entry => {
              const title = odd[at]?.renamed ? `Tune ${id} ${salt}` : `Tune ${id}`
              const entry = song(`A - ${title}`, { album: 'X', uri: uriOf(id) })
              return odd[at]?.withdrawn ? { ...entry, withdrawn: true } : entry
            }),
          ),
        ),
    )

  it('gives the present state back when applied to the former one, and the other way round', () => {
    fc.assert(
      fc.property(state('once'), state('now'), (before, after) => {
        const changes = comparePlaylists(before, after)
        expect(applyChanges(before, changes)).toEqual(after)
        expect(applyChanges(after, turnRound(changes))).toEqual(before)
        expect(isUnchanged(comparePlaylists(after, after))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('does so whatever the names are', () => {
    const name = fc.oneof(
      fc.constantFrom(
        '',
        'a',
        'A',
        'á',
        'a\u0301',
        '!!!',
        '\u202ea',
        '__proto__',
        'A - B',
        '\ud800',
      ),
      fc.string({ unit: codePoint, maxLength: 6 }),
    )
    const entry = fc.oneof(
      fc.tuple(name, name).map(([title, artist]) => song('', { title, artists: [artist] })),
      name.map(
        (text): Entry => ({ kind: 'skipped', position: 1, text, reason: textReason('No music.') }),
      ),
    )
    const anyState = fc.array(entry, { maxLength: 10 }).map((rows) => stateOf(...rows))
    const composed = (entries: readonly Entry[]) => JSON.stringify(entries).normalize()
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const applied = applyChanges(before, comparePlaylists(before, after))
        expect(composed(applied)).toBe(composed(after))
      }),
      { numRuns: 500 },
    )
  })

  it('tells the way back as the way there, the other way round', () => {
    fc.assert(
      fc.property(state('once'), state('now'), (before, after) => {
        const [there, back] = [comparePlaylists(before, after), comparePlaylists(after, before)]
        expect(back.added).toHaveLength(there.removed.length)
        expect(back.removed).toHaveLength(there.added.length)
        expect(back.moved).toHaveLength(there.moved.length)
      }),
    )
  })

  it('moves no more than has to be moved', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(order, (shuffled) => {
        const before = stateOf(...[0, 1, 2, 3, 4, 5].map((id) => `A - Tune ${id}`))
        const after = stateOf(...shuffled.map((id) => `A - Tune ${id}`))
        const { moved, added, removed } = comparePlaylists(before, after)
        expect(6 - moved.length).toBe(longestByTrying(shuffled))
        expect([...added, ...removed]).toEqual([])
      }),
    )
  })

  it('runs through ten thousand rows of one name in no time worth telling', () => {
    const before = stateOf(...Array.from({ length: 10_000 }, () => 'A - a'))
    expect(isUnchanged(comparePlaylists(before, before))).toBe(true)
    const lengths = stateOf(
      ...before.map((_, at) => song('A - a', { durationMs: (at + 1) * 10_000 })),
    )
    const { added, removed } = comparePlaylists(lengths, lengths.toReversed())
    expect(added.length).toBe(removed.length)
  })
})

function turnRound(changes: Omit<Changes, 'since'>): Omit<Changes, 'since'> {
  const { added, removed, moved, changed, withdrawn, returned } = changes
  const back = (list: Changes['moved']) => list.map(({ from, to }) => ({ from: to, to: from }))
  return {
    added: removed,
    removed: added,
    moved: back(moved),
    changed: back(changed),
    withdrawn: back(returned),
    returned: back(withdrawn),
  }
}

function longestByTrying(order: readonly number[]): number {
  const runs = Array.from({ length: 2 ** order.length }, (_, mask) =>
    order.filter((_, at) => (mask >> at) & 1),
  )
  const rising = runs.filter((run) =>
    run.every((value, at) => at === 0 || value > (run[at - 1] ?? 0)),
  )
  return Math.max(...rising.map(({ length }) => length))
}

test('the longest run of nothing is nothing', () => {
  expect(longestRun([]).size).toBe(0)
})
