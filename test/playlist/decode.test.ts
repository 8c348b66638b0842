import { describe, expect, test } from 'vitest'
import { reason } from '../../src/model/reason.ts'
import { decodeText, isBinary } from '../../src/playlist/input/decode.ts'

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

test.each([
  ['UTF-8', Buffer.from('Überfahrt'), 'Überfahrt'],
  ['UTF-8 with its mark', Buffer.from('\ufeffÜberfahrt'), 'Überfahrt'],
  ['UTF-8 cut through its last character', Buffer.from('ÜÜ').subarray(0, 3), 'Ü'],
  ['UTF-16, little end first', Buffer.from('\ufeffÜberfahrt', 'utf16le'), 'Überfahrt'],
  ['UTF-16, big end first', utf16be('Überfahrt'), 'Überfahrt'],
  ['Windows-1252', Buffer.from([0xdc, 0x62, 0x65, 0x72, 0x20, 0x80]), 'Über €'],
  ['Windows-1252 with its only sign at the end', Buffer.from([0x63, 0xe9]), 'cé'],
  [
    'what an XML declaration names',
    Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'),
      Buffer.from([0xcf]),
    ]),
    '<?xml version="1.0" encoding="windows-1251"?>П',
  ],
  [
    'what #EXTENC names',
    Buffer.concat([Buffer.from('#EXTM3U\r\n#EXTENC: windows-1251\r\n'), Buffer.from([0xcf])]),
    '#EXTM3U\r\n#EXTENC: windows-1251\r\nП',
  ],
  ["DOS's sign at the end", Buffer.from('Salt\r\n\x1a'), 'Salt\r\n'],
  [
    'an XML declaration that names nothing known',
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="nonsense"?>'), Buffer.from([0xdc])]),
    '<?xml version="1.0" encoding="nonsense"?>Ü',
  ],
])('%s', (_, bytes, text) => {
  expect(decodeText(bytes).text).toBe(text)
})

test('knows what is no text', () => {
  expect(isBinary(Buffer.from('ID3\x04\0\0\0\0'))).toBe(true)
  expect(isBinary(Buffer.from('\ufeffa', 'utf16le'))).toBe(false)
  expect(isBinary(Buffer.from('a list\nof lines\n', 'utf16le'))).toBe(false)
  expect(isBinary(Buffer.from('a\tb\r\nc\0'.repeat(100)))).toBe(true)
  expect(isBinary(Buffer.from(`a long line with one${'\0'} stray byte in it`))).toBe(false)
})

const latin1 = (text: string) => Buffer.from(text, 'latin1')
/** The first of two names in Windows-1251: `Тихий Берег - Зелёная дверь`. */
const CYRILLIC = Buffer.from(
  'd2e8f5e8e920c1e5f0e5e3202d20c7e5eb b8ede0ff20e4e2e5f0fc'.replace(' ', ''),
  'hex',
)

describe('what was decided is told', () => {
  test.each([
    ['what is UTF-8', Buffer.from('Über\n'), []],
    ['what has a mark', Buffer.from('\ufeffÜber\n', 'utf16le'), []],
    [
      'UTF-16 without its mark',
      Buffer.from('Über Land\nSalt\n', 'utf16le'),
      [reason('playlist.encoding-detected', { encoding: 'utf-16le' })],
    ],
    [
      'what was found',
      CYRILLIC,
      [reason('playlist.encoding-detected', { encoding: 'windows-1251' })],
    ],
    [
      'what fits more than one',
      Buffer.from([0xc0, 0xc1]),
      [
        reason('playlist.encoding-unsure', {
          encoding: decodeText(Buffer.from([0xc0, 0xc1])).encoding,
        }),
      ],
    ],
    [
      'a line of another encoding',
      Buffer.concat([Buffer.from('Grün\nWeiß\nKüste\n'), latin1('Bl\xfcten\n'), Buffer.from('Öl')]),
      [reason('playlist.lines-not-utf8', { lines: 1, first: 4, encoding: 'windows-1252' })],
    ],
    [
      'a broken byte within a line of UTF-8',
      Buffer.concat([Buffer.from('Grün\nWeiß und Kü'), Buffer.from([0xff]), Buffer.from('ste\n')]),
      [reason('playlist.lines-not-utf8', { lines: 1, first: 2, encoding: undefined })],
    ],
  ])('%s', (_, bytes, notes) => {
    expect(decodeText(bytes).notes).toEqual(notes)
  })
})

test('one bad line leaves the others as they are', () => {
  const bytes = Buffer.concat([
    Buffer.from('Grün\nWeiß\n'),
    latin1('Bl\xfcten\n'),
    Buffer.from('Öl'),
  ])
  expect(decodeText(bytes).text).toBe('Grün\nWeiß\nBlüten\nÖl')
})

test("the user's word is stronger than what was found, and than a mark", () => {
  expect(decodeText(CYRILLIC, 'cp1251').text).toBe('Тихий Берег - Зелёная дверь')
  expect(decodeText(CYRILLIC, 'koi8-r')).toMatchObject({ encoding: 'koi8-r', notes: [] })
  expect(() => decodeText(CYRILLIC, 'nonsense')).toThrow(
    expect.objectContaining({
      reason: reason('playlist.no-such-encoding', { encoding: 'nonsense' }),
    }),
  )
})
