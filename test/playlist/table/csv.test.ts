import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessDelimiter, readCsv } from '../../../src/playlist/reading/table/csv.ts'

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
  [
    '"a,b\nc,d\ne,f',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
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

test.each([
  [
    'a name that begins with a quote',
    '"Salt" Road,"Tides, Part 2",1999',
    ['"Salt" Road', 'Tides, Part 2', '1999'],
  ],
  ['quotes within quotes', '"Tides","The "Salt" Road",1999', ['Tides', 'The "Salt" Road', '1999']],
  [
    'quotes within quotes at the end of a cell',
    '"Tides","Road of "Salt"",1999',
    ['Tides', 'Road of "Salt"', '1999'],
  ],
  [
    'quotes within quotes at its beginning',
    '""Salt" Road","Tides",1999',
    ['"Salt" Road', 'Tides', '1999'],
  ],
  ['inches', '7" Mix,12" Mix,1999', ['7" Mix', '12" Mix', '1999']],
  ['a quote that nothing closes', '"Tides,Salt,1999', ['Tides', 'Salt', '1999']],
  ['space after a quote', '"Tides" ,"Salt, Sand" ,1999', ['Tides', 'Salt, Sand', '1999']],
])('%s is read as people write it, in its own line', (_, line, row) => {
  const text = `Album,Title,Year\nOne,Two,2001\n${line}\nThree,Four,2002\n`
  expect(cells(text)).toEqual([
    ['Album', 'Title', 'Year'],
    ['One', 'Two', '2001'],
    row,
    ['Three', 'Four', '2002'],
  ])
})

test('no row is lost to the quotes of another', () => {
  const name = fc.array(fc.constantFrom('a', 'b', '"', "'", ' '), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 12 }), (rows) => {
      const lines = rows.map((row) => ['x', ...row.map((each) => each.join('')), 'y'].join('\t'))
      const text = ['h\ti\tj\tk', ...lines.flatMap((line) => [line, 'a\tb\tc\td'])].join('\n')
      const plain = cells(text, '\t').filter((row) => row.join('') === 'abcd')
      expect(plain).toHaveLength(rows.length)
      expect(cells(text, '\t')).toHaveLength(rows.length * 2 + 1)
    }),
  )
})

test('a cell of several lines stays one, and says how many it takes', () => {
  const text = 'a,b\n"x\n\ny",2\nc,d'
  expect([...readCsv(text)].map(({ line, lines }) => [line, lines])).toEqual([
    [1, 1],
    [2, 3],
    [5, 1],
  ])
})
