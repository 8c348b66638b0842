import { BadKeyError } from './errors.ts'

/** Amazon S3 takes no longer ones (S3 User Guide, "Naming Amazon S3 objects"). */
const MAX_KEY_BYTES = 1024

/** A key that names the same thing in every store, and never leads out of one; else BadKeyError. */
export function checkKey(key: string): string {
  if (!isKey(key)) throw new BadKeyError(`Not a key: ${JSON.stringify(key.slice(0, 200))}`)
  return key
}

export const isKey = (key: string): boolean =>
  key.isWellFormed() && Buffer.byteLength(key) <= MAX_KEY_BYTES && key.split('/').every(isName)

/** Backslashes and colons would part names on Windows; controls and U+FFFE, U+FFFF cannot stand in a list's XML. */
const isName = (name: string) =>
  name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}\ufffe\uffff]/u.test(name)
