/** A growing run of bytes to write to. `length` is what is written; the buffer behind is reused. */
export class ByteWriter {
  buffer: Buffer
  length = 0

  constructor(size = 1024) {
    this.buffer = Buffer.allocUnsafe(size)
  }

  clear(): void {
    this.length = 0
  }

  /** What is written, valid until the next write. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length)
  }

  reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }

  u8(value: number): void {
    this.reserve(1)
    this.buffer[this.length++] = value
  }

  u16(value: number): void {
    this.reserve(2)
    this.buffer[this.length++] = value
    this.buffer[this.length++] = value >>> 8
  }

  u32(value: number): void {
    this.reserve(4)
    const { buffer } = this
    buffer[this.length++] = value
    buffer[this.length++] = value >>> 8
    buffer[this.length++] = value >>> 16
    buffer[this.length++] = value >>> 24
  }

  /** High byte first, then the low 32 bits, as the layout has its 40-bit numbers. */
  u40(value: number): void {
    this.u8(Math.floor(value / 2 ** 32))
    this.u32(value >>> 0)
  }

  /** Six bytes, low first. */
  u48(value: number): void {
    this.u32(value >>> 0)
    this.u16(Math.floor(value / 2 ** 32))
  }

  f64(value: number): void {
    this.reserve(8)
    this.length = this.buffer.writeDoubleLE(value, this.length)
  }

  /** Seven bits a byte, low first (LEB128). Any safe integer from 0. */
  varint(value: number): void {
    this.reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.buffer[this.length++] = (rest & 0x7f) | 0x80
      rest = rest < 2 ** 31 ? rest >>> 7 : Math.floor(rest / 128)
    }
    this.buffer[this.length++] = rest
  }

  bytes(source: Uint8Array, start = 0, end = source.length): void {
    const count = end - start
    this.reserve(count)
    if (count < 48) {
      const { buffer } = this
      for (let at = start, to = this.length; at < end; at++, to++) buffer[to] = source[at] ?? 0
    } else {
      this.buffer.set(source.subarray(start, end), this.length)
    }
    this.length += count
  }

  /** UTF-8 without a length. A lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.reserve(text.length * 3)
    const { buffer } = this
    const start = this.length
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= 0x80) {
        this.length = start + buffer.write(text, start)
        return
      }
      buffer[start + at] = code
    }
    this.length = start + text.length
  }

  /** A varint of the byte length, then UTF-8. */
  lengthAndText(text: string): void {
    if (text.length < 42) {
      // Below 128 bytes in any case: the length is one byte, set afterwards.
      this.reserve(128)
      const at = this.length++
      this.text(text)
      this.buffer[at] = this.length - at - 1
      return
    }
    this.varint(Buffer.byteLength(text))
    this.text(text)
  }
}

/** Reads what `ByteWriter` wrote; past the end it throws a RangeError. */
export class ByteReader {
  bytes: Buffer
  at: number
  end: number

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  /** Moves on by `count` and answers where it stood. */
  skip(count: number): number {
    const start = this.at
    this.at += count
    if (this.at > this.end) throw new RangeError('Read past the end')
    return start
  }

  u8(): number {
    return this.bytes[this.skip(1)] ?? 0
  }

  u16(): number {
    return this.bytes.readUInt16LE(this.skip(2))
  }

  u32(): number {
    return this.bytes.readUInt32LE(this.skip(4))
  }

  u40(): number {
    const high = this.u8()
    return high * 2 ** 32 + this.u32()
  }

  u48(): number {
    const low = this.u32()
    return this.u16() * 2 ** 32 + low
  }

  f64(): number {
    return this.bytes.readDoubleLE(this.skip(8))
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
      if (scale > 2 ** 56) throw new RangeError('Number too long')
    }
  }

  text(length: number): string {
    const start = this.skip(length)
    return this.bytes.toString('utf8', start, start + length)
  }

  lengthAndText(): string {
    return this.text(this.varint())
  }
}
