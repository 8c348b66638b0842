import { cleanLine } from '../../text/clean.ts'

// Everything a server says is read by these before it becomes part of a recording. What cannot be right is
// undefined; a list stands for its first value, since hosts give the same field both ways.

/** Characters that are kept of a name, a licence, an address. */
const MAX_LENGTH = 2000

/** Names that are kept of one credit. */
const MAX_NAMES = 50

/** Text in one line, as a person would write it. */
export function readText(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'string' && typeof first !== 'number') return undefined
  const text = cleanLine(String(first).slice(0, MAX_LENGTH)).replace(/[\ud800-\udbff]$/, '')
  return text === '' ? undefined : text
}

/** One name each, from a text or a list of texts; blank ones and repeats go. */
export function readNames(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value.slice(0, MAX_NAMES) : [value]
  return [...new Set(values.flatMap((each) => readText(each) ?? []))]
}

/** A number above 0, given as one or as text: `"1042766"`, `"01"`; of `"3/12"` the first. */
export function readCount(value: unknown): number | undefined {
  const number = Number(/^\d{1,15}(?=$|\/|\.\d*$)/.exec(readText(value) ?? '')?.[0])
  return number > 0 ? number : undefined
}

/** The year that a date starts with; `0000-00-00` and years from 3000 on mean unknown. */
export function readYear(value: unknown): number | undefined {
  const year = Number(/^\d{4}(?!\d)/.exec(readText(value) ?? '')?.[0])
  return year >= 1000 && year < 3000 ? year : undefined
}

/** An ISRC of its twelve signs, in capitals; what is written otherwise is none. */
export function readIsrc(value: unknown): string | undefined {
  const isrc = readText(value)?.toUpperCase() ?? ''
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc) ? isrc : undefined
}

/** `true`, `"true"` and `1`, as hosts write it. */
export const isTrue = (value: unknown): boolean =>
  /^(?:true|1|yes)$/i.test(readText(bare(value)) ?? '')

const bare = (value: unknown) => (typeof value === 'boolean' ? String(value) : value)

/** Lower-case hexadecimal of so many digits: 32 for MD5, 40 for SHA-1. */
export function readHash(value: unknown, digits: 32 | 40): string | undefined {
  const text = readText(value)?.toLowerCase() ?? ''
  return text.length === digits && /^[0-9a-f]+$/.test(text) ? text : undefined
}

/**
 * An https address, encoded where a host left spaces in it, and without user name and password; http
 * becomes https. With `hosts`, one of theirs only.
 */
export function readUrl(value: unknown, hosts?: readonly string[]): string | undefined {
  const text = readText(value)?.replace(/^\/\//, 'https://')
  if (text === undefined || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol === 'http:') url.protocol = 'https:'
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  return hosts && !hosts.includes(url.hostname) ? undefined : url.href
}
