import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Entry } from '../../../src/model/playlist.ts'
import { textReason } from '../../../src/model/reason.ts'
import { restoreEntries } from '../../../src/report/changes/restore.ts'
import { emptied, song, stateOf, uriOf } from './states.ts'

const note = textReason('The service no longer names it.')
const known = { ...song('B - b'), withdrawn: true as const, note: textReason('Known from May.') }
const namesOf = (entries: readonly Entry[]) =>
  entries.map((entry) => (entry.kind === 'track' ? entry.track.title : entry.text))

describe('an emptied row gets its name back from the earlier state, by its place', () => {
  const abc = stateOf('A - a', 'B - b', 'C - c')
  const cases: readonly (readonly [string, readonly Entry[], readonly Entry[], string])[] = [
    ['between two that stayed', abc, stateOf('A - a', emptied, 'C - c'), 'a b c'],
    ['at the start and at the end', abc, stateOf(emptied, 'B - b', emptied), 'a b c'],
    ['all of them', abc, stateOf(emptied, emptied, emptied), 'a b c'],
    ['beside one that is new', abc, stateOf('A - a', 'N - n', emptied, 'C - c'), 'a n b c'],
    ['two gone, one empty: nobody can tell', abc, stateOf('A - a', emptied), 'a '],
    ['one gone elsewhere', abc, stateOf('B - b', emptied), 'b c'],
    ['empty before', stateOf('A - a', emptied), stateOf('A - a', emptied), 'a '],
    ['empty before, and one more', stateOf('A - a', emptied), stateOf(emptied, emptied), 'a '],
    ['named by an earlier backup', stateOf('A - a', known), stateOf('A - a', emptied), 'a b'],
    [
      'named by an earlier backup, the one before it removed',
      stateOf('A - a', known),
      stateOf(emptied),
      'b',
    ],
    [
      'named by an earlier backup, and moved past what stayed',
      stateOf('A - a', known, 'C - c', 'D - d'),
      stateOf('A - a', 'C - c', 'D - d', emptied),
      'a c d b',
    ],
    [
      'one gone, an empty one come elsewhere',
      stateOf('A - a', 'B - b', 'C - c'),
      stateOf('A - a', 'C - c', emptied),
      'a c ',
    ],
    ['nothing was there', [], stateOf(emptied), ''],
  ]
  test.each(cases)('%s', (_, before, after, names) => {
    const restored = restoreEntries(before, after, note)
    expect(namesOf(restored).join(' ')).toBe(names)
    expect(restored.map(({ position }) => position)).toEqual(after.map(({ position }) => position))
  })

  it('says since when it is known, and that it is withdrawn', () => {
    const [first, second] = restoreEntries(stateOf('A - a', known), stateOf(emptied, emptied), note)
    expect(first).toMatchObject({ kind: 'track', position: 1, withdrawn: true, note })
    expect(second).toMatchObject({
      kind: 'track',
      withdrawn: true,
      note: textReason('Known from May.'),
    })
  })
})

test('a bare link gets the name that an earlier backup knew it by, and is not withdrawn', () => {
  const link: Entry = {
    kind: 'skipped',
    position: 1,
    text: uriOf(1),
    reason: textReason('A link.'),
    uri: uriOf(1),
  }
  const [entry] = restoreEntries(stateOf('B - b', song('A - a', { uri: uriOf(1) })), [link], note)
  expect(entry).toEqual({
    kind: 'track',
    position: 1,
    track: { title: 'a', artists: ['A'], uri: uriOf(1) },
    note,
  })
})

test('whatever the states, rows with names stay as they are, and none is made up', () => {
  const row = fc.oneof(
    fc.constantFrom<Entry>(song('A - a'), song('B - b'), song('C - c')),
    fc.constant<Entry>(emptied),
    fc.constant<Entry>(known),
  )
  const state = fc.array(row, { maxLength: 10 }).map((rows) => stateOf(...rows))
  fc.assert(
    fc.property(state, state, (before, after) => {
      const restored = restoreEntries(before, after, note)
      expect(restored).toHaveLength(after.length)
      for (const [at, entry] of after.entries())
        if (entry.kind === 'track') expect(restored[at]).toBe(entry)
      const named = (entries: readonly Entry[]) =>
        entries.filter((entry) => entry.kind === 'track').length
      expect(named(restored) - named(after)).toBeLessThanOrEqual(named(before))
    }),
  )
})
