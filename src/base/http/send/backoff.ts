/** What a second try may mend: the host was busy, slow, or between two states. */
export const isPassing = (status: number) => [408, 425, 429, 500, 502, 503, 504].includes(status)

export const ATTEMPTS = 4
const FIRST_MS = 500
const MAX_MS = 20_000
/** Ten years: what is longer is no time that a date could be made of. */
const MAX_S = 10 * 365 * 24 * 3600

/** Exponential backoff with full jitter, in milliseconds, before the attempt of this number (2, 3, …). */
export function backoff(attempt: number, random = Math.random()): number {
  return random * Math.min(MAX_MS, FIRST_MS * 2 ** (attempt - 1))
}

/** Retry-After in milliseconds from now: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_S) * 1000
  const date = Date.parse(text)
  if (Number.isNaN(date)) return undefined
  return Math.min(Math.max(0, date - now), MAX_S * 1000)
}
