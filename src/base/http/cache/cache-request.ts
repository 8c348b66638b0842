/** A request as the cache knows it. */
export interface CacheRequest {
  /** With its secrets: only a hash of it is kept. */
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Only one user could have asked it: it has secrets, or goes to a server of their own. */
  readonly isPrivate: boolean
}

/** What a request may say and still be anybody's. */
const HARMLESS = new Set(['accept', 'accept-encoding', 'accept-language'])

/**
 * Whether anybody could have asked this: no key, no login, no form, no server of the user's own. Only such answers are shared;
 * a header that is not known to be harmless may be a credential.
 */
export const isPublicRequest = ({ method, headers, body, isPrivate }: CacheRequest): boolean =>
  !isPrivate &&
  method === 'GET' &&
  body === undefined &&
  Object.keys(headers).every((name) => HARMLESS.has(name.toLowerCase()))

/** Whether the host gives it to everybody (RFC 9111, 5.2.2.7). */
export const isPublicAnswer = (headers: Readonly<Record<string, string>>): boolean =>
  headers['set-cookie'] === undefined &&
  !/\bprivate\b/i.test(headers['cache-control'] ?? '') &&
  !/\b(?:authorization|cookie|\*)(?![\w-])/i.test(headers.vary ?? '')
