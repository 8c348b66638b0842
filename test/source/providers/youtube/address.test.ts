import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlace } from '../../../../src/source/providers/youtube/address.ts'
import { codePoint } from '../../../support/code-point.ts'

const video = { kind: 'video', id: 'dQw4w9WgXcQ' }
const channel = { kind: 'channel', id: 'UC0123456789abcdefghijkl' }

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', video],
  ['http://youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=42s', video],
  ['https://m.youtube.com/watch?v=dQw4w9WgXcQ', video],
  ['https://music.youtube.com/watch?v=dQw4w9WgXcQ&list=RD', video],
  ['https://youtu.be/dQw4w9WgXcQ?si=x', video],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ', video],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', video],
  ['https://www.youtube.com/channel/UC0123456789abcdefghijkl', channel],
  ['https://music.youtube.com/channel/UC0123456789abcdefghijkl/videos', channel],
  ['https://www.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw', undefined],
  ['https://www.youtube.com/@rickastley/videos', { kind: 'handle', name: '@rickastley' }],
  ['https://www.youtube.com/@%E3%83%84%E3%83%A6', { kind: 'handle', name: '@ツユ' }],
  ['https://www.youtube.com/user/RickAstleyVEVO', { kind: 'user', name: 'RickAstleyVEVO' }],
  ['https://www.youtube.com/@%2e%2e%2fx', undefined],
  ['https://www.youtube.com/@%', undefined],
  ['https://www.youtube.com/c/RickAstley', undefined],
  ['https://www.youtube.com/watch?v=short', undefined],
  ['https://www.youtube.com/watch', undefined],
  ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', undefined],
  ['https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ', undefined],
  ['ftp://youtu.be/dQw4w9WgXcQ', undefined],
  ['dQw4w9WgXcQ', undefined],
])('%s', (address, place) => {
  expect(readPlace(address)).toEqual(place)
})

test('takes any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: codePoint }), fc.webUrl()),
      (text) => void readPlace(text),
    ),
  )
})
