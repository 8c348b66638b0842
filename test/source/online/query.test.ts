import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWords, splitWords } from '../../../src/source/online/query.ts'

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
  ['One - Remastered 2011', 'one'],
  ['Semi-Charmed Life', 'semi charmed life'],
  ['(Untitled)', 'untitled'],
  ['- Remix', 'remix'],
  ['Blue Harbour (Live', 'blue harbour'],
])('the title %j is asked for as %j', (title, words) => {
  expect(chooseWords({ title, artists: [] }).title.join(' ')).toBe(words)
})

test('the first artist is asked for, and the album where there is one', () => {
  const track = { title: 'A', artists: ['The Lanterns', 'Ada'], album: 'Tide (Deluxe)' }
  expect(chooseWords(track)).toEqual({ title: ['a'], artist: ['the', 'lanterns'], album: ['tide'] })
})

test('no text makes more than a few short words, nor a sign of a query language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const words = splitWords(text)
      expect(words.length).toBeLessThanOrEqual(12)
      for (const word of words) {
        expect(word.length).toBeLessThanOrEqual(40)
        expect(word).not.toMatch(/[\s"()[\]{}:^~*?\\/+&|!<>=-]/)
      }
    }),
  )
})
