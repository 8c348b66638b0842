import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropStageWord, takeCreditApart } from '../../src/text/credit.ts'
import { foldText } from '../../src/text/fold.ts'
import { codePoint } from '../support/code-point.ts'

test.each([
  ['Ann Lee', 'ann lee', 'ann lee', ''],
  ['Earth, Wind & Fire', 'earth wind and fire', 'earth|wind|fire', ''],
  ['Tyler, The Creator', 'tyler the creator', 'tyler|the creator', ''],
  ['Simon & Garfunkel', 'simon and garfunkel', 'simon|garfunkel', ''],
  ['Beatles, The', 'the beatles', 'the beatles', ''],
  ['Ärzte, Die', 'die arzte', 'die arzte', ''],
  ['Ann Lee feat. Bo', 'ann lee', 'ann lee', 'bo'],
  ['Ann Lee Featuring Bo & Cy', 'ann lee', 'ann lee', 'bo|cy'],
  ['Ann Lee (feat. Bo)', 'ann lee', 'ann lee', 'bo'],
  ['Ann Lee f. Bo', 'ann lee', 'ann lee', 'bo'],
  ['Ann Lee f/ Bo', 'ann lee', 'ann lee', 'bo'],
  ['Ann Lee ft Bo', 'ann lee', 'ann lee', 'bo'],
  ['Ann Lee (Duet With Bo Lee)', 'ann lee', 'ann lee', 'bo lee'],
  ['Ann Lee With Bo', 'ann lee with bo', 'ann lee|bo', ''],
  ['Ann Lee x Bo Lee', 'ann lee x bo lee', 'ann lee|bo lee', ''],
  ['Ann Lee × Bo Lee', 'ann lee x bo lee', 'ann lee|bo lee', ''],
  ['Ann Lee vs. Bo Lee', 'ann lee vs bo lee', 'ann lee|bo lee', ''],
  ['Ann Lee; Bo Lee', 'ann lee bo lee', 'ann lee|bo lee', ''],
  ['Ann Lee / Bo Lee', 'ann lee bo lee', 'ann lee|bo lee', ''],
  ['Ann Lee/Bo Lee', 'ann lee bo lee', 'ann lee|bo lee', ''],
  ['AC/DC', 'ac dc', 'ac dc', ''],
  ['Ann Lee and the Band', 'ann lee and the band', 'ann lee|the band', ''],
  ['Florence + The Machine', 'florence and the machine', 'florence|the machine', ''],
  ['Sergio y Ana', 'sergio y ana', 'sergio|ana', ''],
  ['A$AP Rocky', 'asap rocky', 'asap rocky', ''],
  ['P!nk', 'pink', 'pink', ''],
  ['!!!', '!!!', '!!!', ''],
  ['X', 'x', 'x', ''],
  ['X Ambassadors', 'x ambassadors', 'x ambassadors', ''],
  ['Fatback Band', 'fatback band', 'fatback band', ''],
  ['Withered Hand', 'withered hand', 'withered hand', ''],
  ['Кино', 'kino', 'kino', ''],
  ['Кино (Kino Band)', 'kino kino band', 'kino|kino band', ''],
  ['Ann Lee, featuring Bo', 'ann lee', 'ann lee', 'bo'],
  ['Ａｎｎ　ｆｔ．Bo', 'ann', 'ann', 'bo'],
  [
    '山田花子と鈴木一郎',
    foldText('山田花子と鈴木一郎'),
    `${foldText('山田花子')}|${foldText('鈴木一郎')}`,
    '',
  ],
  ['さとう', 'satou', 'satou', ''],
  ['林子 <Vocal: Bo & Cy>', foldText('林子'), foldText('林子'), 'bo|cy'],
  ['Ann Lee - Topic', 'ann lee', 'ann lee', ''],
  ['AnnLeeVEVO', 'ann lee', 'ann lee', ''],
  ['', '', '', ''],
])('%j is %j, of %j, with %j', (credit, main, names, featured) => {
  const parts = takeCreditApart(credit)
  expect(parts.main).toBe(main)
  expect(parts.names.join('|')).toBe(names)
  expect(parts.featured.join('|')).toBe(featured)
})

test.each([
  ['Marrow (Singer)', 'marrow|singer'],
  ['Marrow (UK)', 'marrow'],
  ['Marrow (2)', 'marrow'],
  ['!!! (Tik Tik Tik)', '!!!'],
  ['Holm, Ada', 'ada holm'],
  ['Ada Holm Official', 'ada holm'],
  ['officialadaholm', 'adaholm'],
  ['f(x)', ''],
  ['Ada Holm', ''],
])('%j may also be %j', (credit, also) => {
  expect(takeCreditApart(credit).also.join('|')).toBe(also)
})

test.each([
  ['dj marrow', 'marrow'],
  ['young ash', undefined],
  ['die arzte', 'arzte'],
  ['marrow', undefined],
  ['ann lee', undefined],
])('%j without its stage word is %j', (name, rest) => {
  expect(dropStageWord(name)).toBe(rest)
})

test('takes anything apart, and no name is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 120 }), (credit) => {
      const { names, featured } = takeCreditApart(credit)
      expect([...names, ...featured]).not.toContain('')
    }),
    { numRuns: 2000 },
  )
})

test('a credit of any length is soon done with', () => {
  for (const text of [', ', ' & ', ' feat. a', 'a/', ' '])
    expect(takeCreditApart(text.repeat(50_000)).main.length).toBeLessThan(3000)
})
