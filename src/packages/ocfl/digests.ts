import { createHash, type Hash } from 'node:crypto'

/** Digests that OCFL 1.1 names (3.4), as Node calls them, and the number of their hexadecimal digits. */
export const digestAlgorithms = {
  md5: { node: 'md5', digits: 32 },
  sha1: { node: 'sha1', digits: 40 },
  sha256: { node: 'sha256', digits: 64 },
  sha512: { node: 'sha512', digits: 128 },
  'blake2b-512': { node: 'blake2b512', digits: 128 },
  // Of extension 0009 those that Node has.
  'sha512/256': { node: 'sha512-256', digits: 64 },
} as const

export type DigestName = keyof typeof digestAlgorithms

export const isDigestName = (name: string): name is DigestName =>
  Object.hasOwn(digestAlgorithms, name)

/** Digests of extension 0009 that we cannot compute: a client ignores what it does not know (E028). */
export const unsupportedDigests = new Set([
  'blake2b-160',
  'blake2b-256',
  'blake2b-384',
  'size',
  'crc32',
])

/** For content-addressing, and so for names of sidecars (E025). */
export const isContentDigest = (name: unknown): name is 'sha256' | 'sha512' =>
  name === 'sha512' || name === 'sha256'

export const startDigest = (name: DigestName): Hash => createHash(digestAlgorithms[name].node)

export const isDigestOf = (name: DigestName, value: string): boolean =>
  value.length === digestAlgorithms[name].digits && /^[0-9a-f]+$/i.test(value)
