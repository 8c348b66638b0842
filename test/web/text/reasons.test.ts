import { describe, expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { otherReasons as german } from '../../../src/words/de/reasons/others.ts'
import { common } from '../../../src/words/en/common.ts'
import { reasons } from '../../../src/words/en/reasons/index.ts'
import { otherReasons } from '../../../src/words/en/reasons/others.ts'
import { canSay } from '../../../web/text/reasons.ts'

describe('what the page can say before the other reasons are loaded', () => {
  const whole = reason('media.no-audio')
  const other = reason('playlist.quota-used')
  test.each([
    ['a reason of a track', whole, true],
    ['a sentence from elsewhere', 'So it is.', true],
    ['a reason that is loaded later', other, false],
    ['one within another', reason('storage.disk-full', { why: other }), false],
    ['a code of a newer server', { code: 'of.tomorrow', params: {} }, false],
  ])('%s', (_, told, expected) => {
    expect(canSay(told as typeof whole, common)).toBe(expected)
  })

  test('nothing is in both parts, and nothing is in neither', () => {
    const first = Object.keys(common.reasons)
    const later = Object.keys(otherReasons)
    expect(first.filter((code) => later.includes(code))).toEqual([])
    expect([...first, ...later].toSorted()).toEqual(Object.keys(reasons).toSorted())
    expect(Object.keys(german).toSorted()).toEqual(later.toSorted())
  })
})
