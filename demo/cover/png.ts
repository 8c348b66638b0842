import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

/** A colour for every point; both coordinates run from 0 to 1, from the upper left. */
export type Picture = (x: number, y: number) => Colour

/** A square RGB picture as PNG (ISO/IEC 15948), each pixel the mean of four points. */
export function toPng(picture: Picture, size: number): Uint8Array {
  const rows = new Uint8Array(size * (1 + size * 3))
  for (let row = 0; row < size; row++) {
    // Filter type 0 stands before each row.
    const start = row * (1 + size * 3) + 1
    for (let column = 0; column < size; column++) {
      rows.set(pixel(picture, column, row, size), start + column * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // 8 bits, colour type 2: red, green, blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(picture: Picture, column: number, row: number, size: number): Colour {
  const points = [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((along) => picture((column + along) / size, (row + down) / size)),
  )
  const mean = (index: 0 | 1 | 2) =>
    Math.round(points.reduce((sum, point) => sum + point[index], 0) / points.length)
  return [mean(0), mean(1), mean(2)]
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
