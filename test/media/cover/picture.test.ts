import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfPicture } from '../../../src/media/cover/picture-kind.ts'
import { readPicture } from '../../../src/tags/picture.ts'
import { jpegHead, png } from '../../tags/pictures.ts'

describe('a picture', () => {
  test.each([
    ['a PNG', png(7), { mime: 'image/png', width: 7, height: 7 }],
    ['a JPEG', jpegHead(640, 480), { mime: 'image/jpeg', width: 640, height: 480 }],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(60)), undefined],
    ['a GIF', Buffer.from('GIF89a'.padEnd(60, '\0')), undefined],
    ['nothing', Buffer.of(), undefined],
    ['a PNG that is cut short', png(7).subarray(0, -9), undefined],
    ['a JPEG that is cut short', jpegHead(640, 480).subarray(0, -2), undefined],
    ['a JPEG without a side', jpegHead(0, 480), undefined],
    ['a bomb', jpegHead(65_535, 65_535), undefined],
    [
      'a page with a name of its own',
      Buffer.from(`\xff\xd8${'<script>'.repeat(9)}`, 'latin1'),
      undefined,
    ],
  ])('by its own bytes: %s', (_, bytes, picture) => {
    expect(readPicture(bytes)).toEqual(picture)
  })

  test('of any bytes is one or none', () => {
    const start = fc.constantFrom(png(3), jpegHead(3, 3))
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(start, changes, fc.nat(200), (bytes, changed, end) => {
        const copy = Buffer.from(bytes)
        for (const [at, value] of changed) copy[at % copy.length] = value
        readPicture(copy)
        readPicture(copy.subarray(0, end))
        kindOfPicture(copy)
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each([
  ['JPEG', jpegHead(1, 1)],
  ['PNG', png()],
  ['WebP', Buffer.from('RIFF\x1e\x0b\0\0WEBPVP8 ')],
  ['GIF', Buffer.from('GIF89a')],
  ['BMP', Buffer.from('BM\x36\x01\0\0\0\0\0\0')],
  ['TIFF', Buffer.from('II*\0\x08\0')],
  ['AVIF', Buffer.from('\0\0\0\x20ftypavif\0')],
  ['HEIC', Buffer.from('\0\0\0\x20ftypheic\0')],
  ['JPEG XL', Buffer.from('\xff\x0a\0', 'latin1')],
  ['SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="…"/>')],
  [undefined, Buffer.from('<html>not found</html>')],
  [undefined, Buffer.of()],
])('%s by its first bytes', (kind, bytes) => {
  expect(kindOfPicture(bytes)).toBe(kind)
})
