import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type Stretch } from '../../../../web/views/review/candidates/diff-words.ts'

/** `same`, `[+added]`, `[-missing]`. */
const write = (stretches: readonly Stretch[]) =>
  stretches
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`,
    )
    .join(' ')

describe('diffWords', () => {
  it.each([
    ['Tide', 'Tide', 'Tide'],
    ['Tide', 'Tide (Live at Wembley)', 'Tide [+(Live at Wembley)]'],
    ['Tide - Remastered 2011', 'Tide', 'Tide [-- Remastered 2011]'],
    ['Blue Monday', 'Blue Sunday', 'Blue [-Monday] [+Sunday]'],
    ['BJÖRK', 'Björk', 'Björk'],
    ['Don’t Stop!', "Don't stop", "Don't stop"],
    ['one two three', 'two three four', '[-one] two three [+four]'],
    ['', 'Tide', '[+Tide]'],
    ['Tide', '', '[-Tide]'],
    ['', '', ''],
    ['!!!', '???', '[-!!!] [+???]'],
  ])('%j against %j', (asked, found, told) => {
    expect(write(diffWords(asked, found))).toBe(told)
  })

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'B', 'é', '-', '日本'), { maxLength: 12 })
  const textOf = (stretches: readonly Stretch[], ...kinds: Stretch['kind'][]) =>
    stretches
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join(' ')

  it('shows the candidate word for word, and of the playlist’s text all that is missing there', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const told = diffWords(left.join(' '), right.join(' '))
        expect(textOf(told, 'same', 'added')).toBe(right.join(' '))
        const length = textOf(told, 'same', 'missing').split(' ').filter(Boolean).length
        expect(length).toBe(left.length)
      }),
    )
  })

  it('does not compare the words of pages', () => {
    const page = 'word '.repeat(100_000)
    expect(diffWords(page, page)).toEqual([{ kind: 'same', text: page }])
    expect(diffWords(page, 'Tide').map(({ kind }) => kind)).toEqual(['missing', 'added'])
  })
})
