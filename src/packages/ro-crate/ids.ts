/** The `@id` of a file: a relative URI, with letters of all scripts as they are (RO-Crate 1.2, "Encoding file paths"). */
export const fileId = (path: string): string =>
  path
    .split('/')
    .map(encodeName)
    .join('/')
    .replace(/^(?=[^/]*:)/, './')

const encodeName = (name: string) =>
  name.replace(/[^\p{L}\p{M}\p{N}._~!$&'()*+,;=:@-]/gu, (sign) => encodeURIComponent(sign))

/** The path that a relative `@id` names; undefined for one that is absolute, local, or leads out. */
export function pathOfId(id: string): string | undefined {
  if (isAbsolute(id) || id.startsWith('#')) return undefined
  try {
    const names = decodeURIComponent(id).split('/')
    const kept = names.filter((name) => name !== '' && name !== '.')
    return id.startsWith('/') || names.includes('..') ? undefined : kept.join('/')
  } catch {
    return undefined
  }
}

export const isAbsolute = (id: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(id)

/** No space, quote or angle bracket, and each percent sign before two hexadecimal digits (RFC 3987). */
export const isUriReference = (id: string): boolean =>
  id !== '' && !/[\s<>"{}|\\^`\p{Cc}]|%(?![0-9a-f]{2})/iu.test(id)
