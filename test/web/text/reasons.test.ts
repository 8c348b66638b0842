import { describe, expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { otherReasons as germanOthers } from '../../../src/words/de/reasons/others.ts'
import { terminalReasons as germanTerminal } from '../../../src/words/de/reasons/terminal.ts'
import { common } from '../../../src/words/en/common.ts'
import { reasons } from '../../../src/words/en/reasons/index.ts'
import { otherReasons } from '../../../src/words/en/reasons/others.ts'
import { terminalReasons } from '../../../src/words/en/reasons/terminal.ts'
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

  test('nothing is in two parts, and nothing is in none', () => {
    const parts = [common.reasons, otherReasons, terminalReasons].flatMap((each) =>
      Object.keys(each),
    )
    expect(parts.toSorted()).toEqual(Object.keys(reasons).toSorted())
    const codesOf = (part: object) => Object.keys(part).toSorted()
    expect(codesOf(germanOthers)).toEqual(codesOf(otherReasons))
    expect(codesOf(germanTerminal)).toEqual(codesOf(terminalReasons))
  })
})
