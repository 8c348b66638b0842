import { expect, test } from 'vitest'
import { guessDelimiter, readCsv } from '../../src/playlist/reading/table/csv.ts'

const cells = (text: string, delimiter?: string) =>
  [...readCsv(text, delimiter)].map((record) => record.cells)

test.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\n\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\r\nc,d\r\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a ""x"", y","b\nc"', [['a "x", y', 'b\nc']]],
  ['"",""', [['', '']]],
  [',', [['', '']]],
  ['a, "b"', [['a', 'b']]],
  // Not as it should be.
  ['"a "b" c",d', [['a "b" c', 'd']]],
  ['a "b" c,d', [['a "b" c', 'd']]],
  ['"a,b\nc,d\ne,f', [['a,b'], ['c', 'd'], ['e', 'f']]],
  ['', []],
])('%j', (text, records) => {
  expect(cells(text)).toEqual(records)
})

test('says which records are as they should be', () => {
  expect([...readCsv('"a","b"\n"a"x,b\n"c')].map(({ strict }) => strict)).toEqual([
    true,
    false,
    false,
  ])
})

test('finds the delimiter in the first line', () => {
  expect(guessDelimiter('title;artist, and;album\nx')).toBe(';')
  expect(guessDelimiter('title\tartist')).toBe('\t')
  expect(guessDelimiter('title')).toBe(',')
})

test('a quote that is never closed costs its own line, not the file', () => {
  const rows = cells(`${'"open\n'.repeat(50_000)}last,row`)
  expect(rows.at(-1)).toEqual(['last', 'row'])
})
