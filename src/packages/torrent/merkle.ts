import { hash } from 'node:crypto'

/** BEP 52: the leaves are SHA-256 of so many bytes each, whatever the pieces. */
export const BLOCK_BYTES = 16 * 1024
export const SHA256_BYTES = 32

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

const ZERO: Uint8Array = new Uint8Array(SHA256_BYTES)

/** The digest above so many zero leaves, a power of two: what fills the tree behind the last piece (BEP 52). */
export function padDigest(leaves: number): Uint8Array {
  let digest = ZERO
  for (let count = 1; count < leaves; count *= 2) digest = sha256(pair(digest, digest))
  return digest
}

/**
 * The root above digests that lie one behind the other, filled up with `pad` to `width` of them, a power of two.
 * One digest under a width of one is its own root.
 */
export function merkleRoot(digests: Uint8Array, width: number, pad: Uint8Array = ZERO): Uint8Array {
  let level = digests
  let filler = pad
  for (let count = width; count > 1; count /= 2) {
    level = joinPairs(level, filler)
    filler = sha256(pair(filler, filler))
  }
  return level.length > 0 ? level.slice(0, SHA256_BYTES) : filler
}

/** The next level: a digest without its partner gets the filler beside it. */
function joinPairs(level: Uint8Array, filler: Uint8Array): Uint8Array {
  const count = Math.ceil(level.length / SHA256_BYTES / 2)
  const next = new Uint8Array(count * SHA256_BYTES)
  for (let at = 0; at < count; at++) {
    const both = level.subarray(at * 2 * SHA256_BYTES, (at + 1) * 2 * SHA256_BYTES)
    const joined = both.length === SHA256_BYTES ? pair(both, filler) : both
    next.set(sha256(joined), at * SHA256_BYTES)
  }
  return next
}

function pair(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(SHA256_BYTES * 2)
  both.set(left)
  both.set(right, SHA256_BYTES)
  return both
}

/** The least power of two that is not less. */
export function powerOfTwo(count: number): number {
  let power = 1
  while (power < count) power *= 2
  return power
}
