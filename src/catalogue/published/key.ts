import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/**
 * A public key as a publisher tells it to readers: `ed25519:` and the 32 bytes of RFC 8032 in base64url. It fits in a
 * line, and is compared by eye.
 */
export type PublicKey = `ed25519:${string}`

const PREFIX = 'ed25519:'
const BYTES = /^[A-Za-z0-9_-]{43}$/

/** A new pair; the private key as PEM (PKCS #8, RFC 8410), which OpenSSL reads too. */
export function makeKeyPair(): { readonly pem: string; readonly publicKey: PublicKey } {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return { pem, publicKey: publicKeyOf(privateKey) }
}

/** UserError where the text holds no private key of Ed25519; `path` is where it was read. */
export function readPrivateKey(pem: string, path: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {}
  throw new UserError(
    reason('catalogue.no-private-key', { path }),
    reason('catalogue.make-key', { path }),
  )
}

/** Of a private key, or of a public one. */
export function publicKeyOf(key: KeyObject): PublicKey {
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return `${PREFIX}${x}`
}

export const isPublicKey = (text: string): text is PublicKey =>
  text.startsWith(PREFIX) && BYTES.test(text.slice(PREFIX.length))

export const openPublicKey = (key: PublicKey): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.slice(PREFIX.length) },
    format: 'jwk',
  })
