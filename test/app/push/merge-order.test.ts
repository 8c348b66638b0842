import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countEach, lacking, mergeOrder } from '../../../src/app/push/merge-order.ts'

test.each([
  ['a new list', '', 'abc', 'abc'],
  ['the same', 'abc', 'abc', 'abc'],
  ['one more at the end', 'abc', 'abcd', 'abcd'],
  ['one more in the middle', 'abd', 'abcd', 'abcd'],
  ['one more at the beginning', 'bc', 'abc', 'abc'],
  ['songs of the user’s own', 'axbyz', 'abc', 'axbyzc'],
  ['one before them', 'axby', 'acb', 'acxby'],
  ['another order: theirs stays', 'cba', 'abc', 'cba'],
  ['one that is gone from the archive’s list stays', 'abc', 'ac', 'abc'],
  ['a song twice', 'ab', 'aba', 'aba'],
  ['a song twice there', 'aab', 'ab', 'aab'],
  ['nothing wanted', 'abc', '', 'abc'],
])('%s: %s and %s make %s', (_, before, wanted, after) => {
  expect(mergeOrder([...before], [...wanted]).join('')).toBe(after)
})

const songs = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x', 'y'), { maxLength: 12 })

describe('whatever both hold', () => {
  test('what is there stays, in its order, and what is wanted is all there', () => {
    fc.assert(
      fc.property(songs, songs, (before, wanted) => {
        const after = mergeOrder(before, wanted)
        let at = 0
        for (const song of after) if (song === before[at]) at++
        expect(at).toBe(before.length)
        expect(lacking(after, wanted)).toEqual([])
        const most = new Map(countEach(before))
        for (const [song, count] of countEach(wanted))
          most.set(song, Math.max(count, most.get(song) ?? 0))
        expect(countEach(after)).toEqual(most)
        expect(mergeOrder(after, wanted)).toEqual(after)
      }),
    )
  })
})
