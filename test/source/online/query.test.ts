import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWords, splitWords } from '../../../src/source/online/query.ts'
import { codePoint } from '../../support/code-point.ts'

test.each([
  ['Blue Harbour', 'blue harbour'],
  ["Don't Stop", "don't stop"],
  ['Don’t Stop', "don't stop"],
  ['R.E.M.', 'r.e.m'],
  ['AC/DC', 'ac dc'],
  ['"; DROP TABLE file; --', 'drop table file'],
  ['A AND B OR NOT C', 'a and b or not c'],
  ['title:(x) && [a TO b]^2 ~1 *?', 'title x a to b 2 1'],
  ['Ásgeir · 새벽 4시', 'ásgeir 새벽 4시'],
  ['!!!', ''],
  ['\u202e\0', ''],
])('the words of %j are %j', (text, words) => {
  expect(splitWords(text).join(' ')).toBe(words)
})

test.each([
  ['Blue Harbour (feat. Ada Holm)', 'blue harbour'],
  ['Blue Harbour [Live]', 'blue harbour'],
  ['Blue Harbour feat. Ada Holm', 'blue harbour'],
  ['Feats of Strength', 'feats of strength'],
  ['One - Remastered 2011', 'one'],
  ['Semi-Charmed Life', 'semi charmed life'],
  ['(Untitled)', 'untitled'],
  ['- Remix', 'remix'],
  ['Blue Harbour (Live', 'blue harbour'],
])('the title %j is asked for as %j', (title, words) => {
  expect(chooseWords({ title, artists: [] }).title.join(' ')).toBe(words)
})

test.each([
  [['The Lanterns', 'Ada Holm'], 'lanterns'],
  [['Ada Holm feat. The Lanterns'], 'ada holm'],
  [['The The'], 'the'],
  [['The'], 'the'],
  [['Theo'], 'theo'],
  [[], ''],
])('of the artists %j the words are %j', (artists, words) => {
  expect(chooseWords({ title: 'A', artists }).artist.join(' ')).toBe(words)
})

test('an album is asked for by its plain name', () => {
  const track = { title: 'A', artists: [], album: 'Tide (Deluxe)' }
  expect(chooseWords(track).album).toEqual(['tide'])
})

test('no text makes more than a few short words, nor a sign of a query language', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 3000 }), (text) => {
      const words = splitWords(text)
      expect(words.length).toBeLessThanOrEqual(10)
      expect(words.join('').length).toBeLessThanOrEqual(100)
      for (const word of words) {
        expect(word.length).toBeLessThanOrEqual(40)
        expect(word).not.toMatch(/[\s"()[\]{}:^~*?\\/+&|!<>=-]/)
      }
    }),
  )
})
