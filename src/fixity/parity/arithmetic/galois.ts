/** The field of 256 elements that the library computes in: x^8 + x^4 + x^3 + x^2 + 1. */
export const POLYNOMIAL = 0x11d

const exponents = new Uint8Array(510)
const logarithms = new Uint16Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  exponents[power] = value
  exponents[power + 255] = value
  logarithms[value] = power
  value = value < 128 ? value << 1 : (value << 1) ^ POLYNOMIAL
}

/** The product of two elements. */
export function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return exponents[(logarithms[a] as number) + (logarithms[b] as number)] as number
}
