/** Ogg's checksum (RFC 3533, section 6): CRC-32 by 0x04c11db7, unreflected, beginning with 0. */
const POLYNOMIAL = 0x04c11db7

const timesX = (crc: number) => (crc & 0x80000000 ? (crc << 1) ^ POLYNOMIAL : crc << 1) >>> 0

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24
  for (let bit = 0; bit < 8; bit++) crc = timesX(crc)
  return crc >>> 0
})

/** For a byte that one, two or three others follow. */
const [after1, after2, after3] = [1, 2, 3].map((zeros) =>
  table.map((_, index) => {
    let crc = table[index] ?? 0
    for (let i = 0; i < zeros; i++) crc = ((crc << 8) ^ (table[crc >>> 24] ?? 0)) >>> 0
    return crc
  }),
) as [Uint32Array, Uint32Array, Uint32Array]

/** Four bytes at a time, since a cover is long. */
export function crcOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 4)
  let crc = 0
  for (let at = 0; at < whole; at += 4) {
    const word = crc ^ view.getUint32(at)
    crc =
      (after3[word >>> 24] ?? 0) ^
      (after2[(word >>> 16) & 0xff] ?? 0) ^
      (after1[(word >>> 8) & 0xff] ?? 0) ^
      (table[word & 0xff] ?? 0)
  }
  for (const byte of bytes.subarray(whole)) crc = (crc << 8) ^ (table[(crc >>> 24) ^ byte] ?? 0)
  return crc >>> 0
}

/** x to the power of 8 times 2 to the power of the index: what so many bytes of zero multiply by. */
const powers: number[] = [0x100]
while (powers.length < 17) {
  const last = powers.at(-1) ?? 0
  powers.push(multiply(last, last))
}

function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 31; bit >= 0; bit--) {
    product = timesX(product)
    if ((b >>> bit) & 1) product = (product ^ a) >>> 0
  }
  return product
}

/** The checksum of these bytes and as many of zero: by linearity, how a change in them changes a page's. */
export function crcBeforeZeros(bytes: Uint8Array, zeros: number): number {
  let crc = crcOf(bytes)
  for (const [index, power] of powers.entries())
    if ((zeros >>> index) & 1) crc = multiply(crc, power)
  return crc
}
