import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as pictures from '../../demo/cover/pictures.ts'
import { toPng } from '../../demo/cover/png.ts'

/** The chunks of a PNG, their checksums proven. */
function readChunks(png: Uint8Array) {
  const file = Buffer.from(png)
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks: { readonly type: string; readonly data: Buffer }[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const body = file.subarray(at + 4, at + 8 + length)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.push({ type: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) })
    at += 12 + length
  }
  return chunks
}

describe('covers', () => {
  it('are PNGs with every pixel where it belongs', () => {
    const png = toPng((x, y) => [x < 0.5 ? 255 : 0, y < 0.5 ? 200 : 0, 7], 4)
    const chunks = readChunks(png)
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect([...(chunks[0]?.data ?? [])]).toEqual([0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0])
    const rows = inflateSync(chunks[1]?.data ?? Buffer.alloc(0))
    expect(rows).toHaveLength(4 * 13)
    expect([...rows.subarray(0, 13)]).toEqual([0, 255, 200, 7, 255, 200, 7, 0, 200, 7, 0, 200, 7])
    expect([...rows.subarray(39, 52)]).toEqual([0, 255, 0, 7, 255, 0, 7, 0, 0, 7, 0, 0, 7])
  })

  it.each(Object.entries(pictures))('%s has colours in range, and more than one', (_, picture) => {
    const seen = new Set<string>()
    for (let y = 0; y < 1; y += 0.02) {
      for (let x = 0; x < 1; x += 0.02) {
        const colour = picture(x, y)
        for (const value of colour) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(255)
        }
        seen.add(String(colour.map(Math.round)))
      }
    }
    expect(seen.size).toBeGreaterThan(4)
  })
})
