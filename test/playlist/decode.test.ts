import { expect, test } from 'vitest'
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
    'an XML declaration that names nothing known',
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="nonsense"?>'), Buffer.from([0xdc])]),
    '<?xml version="1.0" encoding="nonsense"?>Ü',
  ],
])('%s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text)
})

test('knows what is no text', () => {
  expect(isBinary(Buffer.from('ID3\x04\0\0\0\0'))).toBe(true)
  expect(isBinary(Buffer.from('\ufeffa', 'utf16le'))).toBe(false)
  expect(isBinary(Buffer.from('a\tb\r\nc\0'.repeat(100)))).toBe(true)
  expect(isBinary(Buffer.from(`a long line with one${'\0'} stray byte in it`))).toBe(false)
})
