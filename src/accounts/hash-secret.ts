import { createHash } from 'node:crypto'

/** What is stored of a secret: it is found by it, and comparing tells nothing of the secret by the time it takes. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url')
