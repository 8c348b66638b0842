/** 40-bit hashes: as safe integers in JavaScript, five bytes on disk. */
export const HASH_BITS = 40

/**
 * A 40-bit hash of a folded key; `skip` leaves one letter out, which saves building the string.
 * Two lanes: FNV-1a, and a rotate-multiply one for the eight low bits; both end in Murmur3's finaliser.
 */
export function hashKey(key: string, skip = -1): number {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  for (let at = 0; at < key.length; at++) {
    if (at === skip) continue
    const code = key.charCodeAt(at)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(((second << 5) | (second >>> 27)) ^ code, 0x2c1b3c6d)
  }
  return (mix(first) >>> 0) * 256 + (mix(second) >>> 24)
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

export const topByte = (hash: number) => Math.floor(hash / 2 ** 32)
export const low32 = (hash: number) => hash >>> 0

/** What a track's key entry holds, as two 32-bit words. */
export interface Signature {
  low: number
  high: number
}

/** Bit position of a pair of letters in the 40-bit signature. */
const pairBit = (left: number, right: number) =>
  (Math.imul(left * 31 + right, 0x9e3779b1) >>> 8) % HASH_BITS

const EDGE = 0x5f

/** A 40-bit map of the letter pairs of a key, its edges counted; `high` holds bits 32–39. */
export function signKey(key: string): Signature {
  let low = 0
  let high = 0
  let left = EDGE
  for (let at = 0; at <= key.length; at++) {
    const right = at < key.length ? key.charCodeAt(at) : EDGE
    const bit = pairBit(left, right)
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
    left = right
  }
  return { low: low >>> 0, high }
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
