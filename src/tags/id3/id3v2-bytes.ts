import { inflateSync } from 'node:zlib'

/** Numbers and packed bytes of ID3v2: https://id3.org/id3v2.4.0-structure, section 6. */
export const byteAt = (bytes: Uint8Array, at: number) => bytes[at] ?? 0

export const readUint32 = (bytes: Uint8Array, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 256 + byteAt(bytes, at + i), 0)

export const readSyncSafe = (bytes: Uint8Array, at: number) =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 128 + (byteAt(bytes, at + i) & 0x7f), 0)

/** A zero behind every 0xff, so that no decoder takes it for a frame of audio. */
export function undoUnsync(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0 && i > 0 && bytes[i - 1] === 0xff) continue
    result[length++] = byteAt(bytes, i)
  }
  return result.subarray(0, length)
}

const MAX_INFLATED_BYTES = 16 * 1024 * 1024

/** Nothing where these are no packed bytes. */
export function inflate(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_INFLATED_BYTES })
  } catch {
    return undefined
  }
}
