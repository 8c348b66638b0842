import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What a request is found by, and what its answer is sealed with: neither can be told from the other. */
export interface RequestKeys {
  readonly id: Uint8Array
  readonly seal: Uint8Array
}

export function deriveKeys(request: string | Uint8Array): RequestKeys {
  const derive = (use: string) => createHash('sha256').update(`${use}\n`).update(request).digest()
  return { id: derive('id'), seal: derive('seal') }
}

export function seal(plain: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Undefined where it was damaged or sealed with another key. */
export function unseal(sealed: Uint8Array, key: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    return undefined
  }
}
