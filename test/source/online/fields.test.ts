import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isTrue,
  readCount,
  readHash,
  readIsrc,
  readNames,
  readText,
  readUrl,
  readYear,
} from '../../../src/source/online/fields.ts'
import {
  formatOfName,
  formatOfType,
  formatOfUrl,
  titleOfName,
} from '../../../src/source/online/format.ts'
import { anyJson } from '../../support/any-json.ts'

describe('a text', () => {
  test.each([
    ['  Blue\u0000 Harbour\n', 'Blue Harbour'],
    [['First', 'Second'], 'First'],
    ['\u202egnoS', 'gnoS'],
    [1947, '1947'],
    ['', undefined],
    [' \u0007 ', undefined],
    [[], undefined],
    [[[1]], undefined],
    [{}, undefined],
    [true, undefined],
    ['x'.repeat(9000), 'x'.repeat(2000)],
  ] as const)('%j is read as %j', (value, expected) => {
    expect(readText(value)).toBe(expected)
  })

  test('names are several, each once', () => {
    expect(readNames(['Ada Holm', ' Ada Holm', '', 7, null, 'The Lanterns'])).toEqual([
      'Ada Holm',
      '7',
      'The Lanterns',
    ])
    expect(readNames('Ada Holm')).toEqual(['Ada Holm'])
    expect(readNames(Array.from({ length: 10_000 }, (_, at) => `Name ${at}`))).toHaveLength(50)
  })
})

test.each([
  ['1042766', 1_042_766],
  ['01', 1],
  ['3/12', 3],
  [7, 7],
  ['0', undefined],
  ['-1', undefined],
  ['A1', undefined],
  ['1e9', undefined],
  [Number.POSITIVE_INFINITY, undefined],
] as const)('the count %j is %j', (value, expected) => {
  expect(readCount(value)).toBe(expected)
})

test.each([
  ['1947-10', 1947],
  [2004, 2004],
  ['2005-04-25 20:52:48', 2005],
  ['0000-00-00 00:00:00', undefined],
  ['19470', undefined],
  ['ca. 1947', undefined],
  ['9999', undefined],
] as const)('the year of %j is %j', (value, expected) => {
  expect(readYear(value)).toBe(expected)
})

test.each([
  ['QZABC1234567', 'QZABC1234567'],
  ['qzabc1234567', 'QZABC1234567'],
  [['QZABC1234567', 'QZABC7654321'], 'QZABC1234567'],
  ['QZ-ABC-12-34567', undefined],
  ['', undefined],
  [123_456_789_012, undefined],
] as const)('the ISRC of %j is %j', (value, expected) => {
  expect(readIsrc(value)).toBe(expected)
})

test.each([
  ['true', true],
  ['True', true],
  [true, true],
  [1, true],
  [['true'], true],
  ['false', false],
  [false, false],
  ['', false],
  [undefined, false],
  ['untrue', false],
] as const)('%j is a yes: %j', (value, expected) => {
  expect(isTrue(value)).toBe(expected)
})

test('a hash has its digits', () => {
  expect(readHash('CD05915B7BBBB1C33640DABADA46136E', 32)).toBe('cd05915b7bbbb1c33640dabada46136e')
  expect(readHash('cd05915b7bbbb1c33640dabada46136e', 40)).toBeUndefined()
  expect(readHash('zd05915b7bbbb1c33640dabada46136e', 32)).toBeUndefined()
})

test.each([
  ['https://open.example/a b.mp3', 'https://open.example/a%20b.mp3'],
  ['http://open.example/a.mp3', 'https://open.example/a.mp3'],
  ['https://user:word@open.example/', undefined],
  ['https://elsewhere.example/', undefined],
  ['//open.example/a.mp3', 'https://open.example/a.mp3'],
  ['/a.mp3', undefined],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['https://open.example.evil/', undefined],
  [7, undefined],
] as const)('the address %j is %j', (value, expected) => {
  expect(readUrl(value, ['open.example'])).toBe(expected)
})

test('a format is told by the name and by the type', () => {
  expect(formatOfName('disc 1/01.A Song.FLAC')).toBe('flac')
  expect(formatOfName('What? #1.mp3')).toBe('mp3')
  expect(formatOfUrl('https://open.example/a.oga?from=x.mp3')).toBe('ogg')
  expect(formatOfUrl('a.oga')).toBeUndefined()
  expect(formatOfName('picture.png')).toBeUndefined()
  expect(formatOfName('a.constructor')).toBeUndefined()
  expect(formatOfType('audio/ogg; codecs="vorbis"')).toBe('ogg')
  expect(formatOfType('audio/ogg; codecs="opus"')).toBe('opus')
  expect(formatOfType('audio/MPEG')).toBe('mp3')
  expect(formatOfType('video/webm')).toBeUndefined()
  expect(titleOfName('disc 1/Blue_Harbour.flac')).toBe('Blue Harbour')
  expect(titleOfName('Vol. 2')).toBe('Vol. 2')
})

test('nothing that a server can say makes a reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson(), fc.anything()), (value) => {
      for (const read of [readText, readNames, readCount, readYear, readIsrc, isTrue, readUrl])
        read(value)
    }),
  )
})
