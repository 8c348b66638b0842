/** A place in bytes from outside: what is asked for beyond their end is not there, and nothing throws. */
export class ByteReader {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** True while so many bytes are left. */
  has(count: number): boolean {
    return count >= 0 && this.at + count <= this.#bytes.length
  }

  /** Unsigned, of 32 bits; 0 beyond the end. */
  uint32(littleEndian: boolean): number {
    const value = this.has(4) ? this.#view.getUint32(this.at, littleEndian) : 0
    this.at += 4
    return value
  }

  float64(littleEndian: boolean): number {
    const value = this.has(8) ? this.#view.getFloat64(this.at, littleEndian) : 0
    this.at += 8
    return value
  }

  bytes(count: number): Uint8Array {
    const from = this.at
    this.at = Math.min(this.#bytes.length, from + Math.max(0, count))
    return this.#bytes.subarray(from, this.at)
  }
}

/** ASCII, as marks of formats are. */
export const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 64))

/** UTF-16 with the higher byte first; what is no character becomes U+FFFD. */
export function utf16(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  return text.toWellFormed()
}

/** UTF-8; where it is none, each byte is a character of Latin-1. */
export function utf8(bytes: Uint8Array): string {
  const escaped = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  try {
    return decodeURIComponent(escaped)
  } catch {
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('')
  }
}
