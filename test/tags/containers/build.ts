/** Parts of files, made by hand: numbers, texts and what heads a chunk, an object, an element or a box. */
export const le16 = (value: number) => number(2, value, 'little')
export const le32 = (value: number) => number(4, value, 'little')
export const le64 = (value: number) => number(8, value, 'little')
export const be16 = (value: number) => number(2, value, 'big')
export const be32 = (value: number) => number(4, value, 'big')
export const be64 = (value: number) => number(8, value, 'big')

function number(width: 2 | 4 | 8, value: number, order: 'big' | 'little'): Buffer {
  const bytes = Buffer.alloc(width)
  if (width === 8) {
    if (order === 'big') bytes.writeBigUInt64BE(BigInt(value))
    else bytes.writeBigUInt64LE(BigInt(value))
  } else if (order === 'big') bytes.writeUIntBE(value, 0, width)
  else bytes.writeUIntLE(value, 0, width)
  return bytes
}

type Part = Uint8Array | string
export const join = (...parts: readonly Part[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )

const padded = (bytes: Buffer) => (bytes.length % 2 ? join(bytes, '\0') : bytes)

export const riffChunk = (name: string, ...parts: readonly Part[]) => {
  const content = join(...parts)
  return padded(join(name, le32(content.length), content))
}

export const aiffChunk = (name: string, ...parts: readonly Part[]) => {
  const content = join(...parts)
  return padded(join(name, be32(content.length), content))
}

/** WAVE of so many frames of silence, in 16 bits and two channels at 44.1 kHz, with these chunks behind them. */
export const makeWave = (frames: number, ...chunks: readonly Uint8Array[]) => {
  const format = [le16(1), le16(2), le32(44_100), le32(176_400), le16(4), le16(16)]
  return riffChunk(
    'RIFF',
    ...['WAVE', riffChunk('fmt ', ...format), riffChunk('data', Buffer.alloc(4 * frames))],
    ...chunks,
  )
}

/** ID3v2.4 with texts in UTF-8. */
export function id3(frames: Readonly<Record<string, string>>): Buffer {
  const content = Object.entries(frames).map(([id, text]) => {
    const data = join('\x03', Buffer.from(text))
    return join(id, be32(data.length), '\0\0', data)
  })
  const all = join(...content)
  return join('ID3\x04\0\0', be32(((all.length & 0x3f80) << 1) | (all.length & 0x7f)), all)
}
