import { expect, test } from 'vitest'
import { type Reason, reason } from '../../src/model/reason.ts'
import {
  cleanDate,
  cleanDuration,
  cleanIsrc,
  cleanNames,
  cleanNumber,
  cleanPath,
  cleanText,
  cleanUri,
  cleanYear,
  type Notice,
  secondsToMs,
} from '../../src/playlist/reading/clean.ts'

function noting<Result>(work: (note: Notice) => Result) {
  const notes: Reason[] = []
  return { value: work((each) => notes.push(each)), notes }
}

test.each([
  ['Cafe\u0301', 'Café'],
  ['\ufeffA\0B\u0007', 'AB'],
  ['one\r\ntwo\tthree', 'one two three'],
  ['abc\u202etxt.exe\u202c', 'abctxt.exe'],
  ['\u200fمرحبا\u200e', 'مرحبا'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['\ud800broken', '\ufffdbroken'],
  [12, '12'],
  [null, ''],
  [{ toString: 1 }, ''],
])('text %j', (given, clean) => {
  expect(noting((note) => cleanText(given, 'title', note))).toEqual({ value: clean, notes: [] })
})

test('a name is cut to 5,000 characters, said so, and never through a character', () => {
  const { value, notes } = noting((note) => cleanText(`x${'😀'.repeat(4000)}`, 'title', note))
  expect(value.length).toBe(4999)
  expect(value.isWellFormed()).toBe(true)
  expect(notes).toEqual([reason('playlist.text-cut', { field: 'title', max: 5000 })])
  expect(cleanText('a'.repeat(5000), 'title', () => {})).toHaveLength(5000)
  // Found by damaged input: the cut may come after a blank.
  expect(cleanText(`${'a'.repeat(4999)} b`, 'title', () => {})).toBe('a'.repeat(4999))
})

test('blank and repeated artists go', () => {
  expect(cleanNames(['A', ' ', null, 'A ', 'B', 3], 'artist', () => {})).toEqual(['A', 'B', '3'])
})

test.each([
  [198093, 198093, 0],
  ['198093.4', 198093, 0],
  [0, undefined, 0],
  [-1, undefined, 0],
  ['', undefined, 0],
  [undefined, undefined, 0],
  ['NaN', undefined, 1],
  [Number.NaN, undefined, 1],
  [Number.POSITIVE_INFINITY, undefined, 1],
  ['1e9', undefined, 1],
  [10 ** 12, undefined, 1],
  [[1], undefined, 0],
])('duration %j', (given, ms, notes) => {
  const result = noting((note) => cleanDuration(given, note))
  expect([result.value, result.notes.length]).toEqual([ms, notes])
})

test.each([
  ['3:05', 185_000],
  ['1:02:03', 3_723_000],
  [12.5, 12_500],
  ['-1', -1000],
  ['', undefined],
  ['3:65', Number.NaN],
])('seconds %j', (given, ms) => {
  expect(secondsToMs(given)).toEqual(ms)
})

test.each([
  ['2019-05-03', 2019, 0],
  ['1974', 1974, 0],
  [2001, 2001, 0],
  ['0000', undefined, 0],
  ['None', undefined, 0],
  ['19745', undefined, 1],
  ['99', undefined, 1],
])('year %j', (given, year, notes) => {
  const result = noting((note) => cleanYear(given, note))
  expect([result.value, result.notes.length]).toEqual([year, notes])
})

test.each([
  ['ZZ-AB1-19-00004', 'ZZAB11900004', 0],
  ['urn:isrc:zzab11900004', 'ZZAB11900004', 0],
  ['', undefined, 0],
  ['12AB11900004', undefined, 1],
])('ISRC %j', (given, isrc, notes) => {
  const result = noting((note) => cleanIsrc(given, note))
  expect([result.value, result.notes.length]).toEqual([isrc, notes])
})

test.each([
  ['3/12', 3, 0],
  ['0', undefined, 0],
  [7, 7, 0],
  ['1.5', undefined, 1],
  ['-2', undefined, 1],
])('number %j', (given, number, notes) => {
  const result = noting((note) => cleanNumber(given, 'track', note))
  expect([result.value, result.notes.length]).toEqual([number, notes])
})

test.each([
  ['spotify:track:1', 'spotify:track:1'],
  ['https://user:secret@music.example/1', 'https://music.example/1'],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['https://a.example/\u202egpj', undefined],
])('address %j', (given, uri) => {
  expect(cleanUri(given)).toBe(uri)
})

test('a path stays as it is written, unless it has control characters', () => {
  expect(cleanPath('C:\\Cafe\u0301\\a.mp3')).toBe('C:\\Cafe\u0301\\a.mp3')
  expect(cleanPath('a\0b')).toBeUndefined()
})

test.each([
  ['2021-02-03T04:05:06Z', '2021-02-03T04:05:06Z', 0],
  ['2025-01-01', '2025-01-01', 0],
  ['2025-13-01', undefined, 1],
  ['yesterday', undefined, 1],
])('date %j', (given, date, notes) => {
  const result = noting((note) => cleanDate(given, note))
  expect([result.value, result.notes.length]).toEqual([date, notes])
})
