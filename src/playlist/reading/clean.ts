import { asText } from '../../base/json.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { CutField } from '../../model/reasons/playlist/rows.ts'
import { cleanLine } from '../../text/clean.ts'

/**
 * Everything that a playlist says is cleaned here before it becomes a Track. A value that cannot be right is
 * left out, and `note` gets the reason.
 */
export type Notice = (reason: Reason) => void

/** Characters that are kept of a name. */
const MAX_LENGTH = 5000

/** Text as a person would write it: NFC, in one line, without control and direction characters; `''` when there is none. */
export function cleanText(value: unknown, field: CutField, note: Notice): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const given = String(value)
  // Cut before any work is done on it: the rest may be very long. Four to one leaves room for what is taken away.
  const text = cleanLine(given.slice(0, MAX_LENGTH * 4))
  if (text.length <= MAX_LENGTH && given.length <= MAX_LENGTH * 4) return text
  note(reason('playlist.text-cut', { field, max: MAX_LENGTH }))
  return text
    .slice(0, MAX_LENGTH)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}

/** One name each; blank ones and repeats go. */
export function cleanNames(values: readonly unknown[], field: CutField, note: Notice): string[] {
  const names = new Set<string>()
  for (const value of values.slice(0, 200)) {
    const name = cleanText(value, field, note)
    if (name !== '') names.add(name)
  }
  return [...names]
}

/** Milliseconds, from a number or a numeric string. 0 and less mean unknown. */
export function cleanDuration(value: unknown, note: Notice): number | undefined {
  const ms = toNumber(value)
  if (ms === undefined || ms <= 0) return undefined
  // Nothing that is a track lasts a week; a wrong unit does.
  if (Number.isNaN(ms) || ms < 1 || ms > 7 * 24 * 3600 * 1000) {
    note(reason('playlist.unlikely-duration', { value: shorten(value) }))
    return undefined
  }
  return Math.round(ms)
}

/** Seconds as formats write them, `123`, `3:05` or `1:02:03`, in milliseconds; NaN when unreadable. */
export function secondsToMs(value: unknown): number | undefined {
  const seconds = toNumber(value)
  if (seconds === undefined || !Number.isNaN(seconds)) return seconds && seconds * 1000
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d(?:\.\d{1,9})?)$/.exec(asText(value).trim())
  if (!clock) return Number.NaN
  return ((Number(clock[1] ?? 0) * 60 + Number(clock[2])) * 60 + Number(clock[3])) * 1000
}

/** The year of a date that starts with it; `0000` means unknown. */
export function cleanYear(value: unknown, note: Notice): number | undefined {
  const text = asText(value).trim()
  if (text === '' || /^0+(?:[-/.]|$)/.test(text) || text === 'None') return undefined
  const year = Number(/^(\d{4})(?:\.0+)?(?:$|[-/.T ])/.exec(text)?.[1])
  if (year >= 1000 && year <= 2999) return year
  note(reason('playlist.unlikely-year', { value: shorten(value) }))
  return undefined
}

/** ISO 3901; hyphens, spaces and a leading `ISRC:` are tolerated. */
export function cleanIsrc(value: unknown, note: Notice): string | undefined {
  const text = asText(value).trim()
  if (text === '') return undefined
  const isrc = text
    .replace(/^(?:urn:)?isrc:?/i, '')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
  if (/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc)) return isrc
  note(reason('playlist.no-isrc', { value: shorten(value) }))
  return undefined
}

/** The number of a track or a disc; `3/12` says 3, and 0 means unknown. */
export function cleanNumber(
  value: unknown,
  of: 'track' | 'disc',
  note: Notice,
): number | undefined {
  const number = toNumber(typeof value === 'string' ? value.replace(/\/.*$/s, '') : value)
  if (number === undefined || number === 0) return undefined
  if (Number.isInteger(number) && number > 0 && number < 10_000) return number
  note(reason(`playlist.unlikely-${of}-number`, { value: shorten(value) }))
  return undefined
}

/** How often something was played; 0 and what is no count mean unknown. */
export function cleanPlays(value: unknown): number | undefined {
  const number = toNumber(value)
  return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/**
 * `spotify:…`, or an http address without its user name and password, of a user's own server too (`subsonic:https://…`).
 * Of a list also the id by which a program knows it (`programList`). Anything else is no address.
 */
export function cleanUri(value: unknown): string | undefined {
  const text = asText(value).trim()
  if (text.length > 2000 || /[\s\p{Cc}\p{Bidi_Control}]/u.test(text)) return undefined
  if (/^spotify:[a-z]+:/.test(text) || PROGRAM_LIST.test(text)) return text
  return /^(?:(?:subsonic|jellyfin):)?https?:\/\/[^/]/i.test(text)
    ? text.replace(/^((?:\w+:)?\w+:\/\/)[^/?#]*@/, '$1')
    : undefined
}

const PROGRAM_LIST = /^[a-z-]{3,20}:playlist:[\da-f-]{16,40}$/

/**
 * The address of a list that a program knows by an id that stays, whatever the list is called: `itunes:playlist:…`. Only
 * ids that no other library can have: a small number is none.
 */
export function programList(program: string, id: unknown): string | undefined {
  const uri = `${program}:playlist:${asText(id).replaceAll(/[{}]/g, '').toLowerCase()}`
  return PROGRAM_LIST.test(uri) && !/:[0-]+$/.test(uri) ? uri : undefined
}

/** As written, because it may have to be opened so; but never with control characters. */
export function cleanPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > MAX_LENGTH) return undefined
  // Of another scheme it is a service's own address: `netsearch://td1`.
  if (/^(?!(?:file|smb|nfs|cifs|x-file-cifs|afp|sftp|davs?):)[a-z][a-z\d+.-]+:\/\//i.test(value))
    return undefined
  return /\p{Cc}/u.test(value) ? undefined : value
}

/** ISO 8601: a date, perhaps with a time. */
export function cleanDate(value: unknown, note: Notice): string | undefined {
  const text = asText(value).trim()
  if (text === '') return undefined
  const shape = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
  if (shape.test(text) && !Number.isNaN(Date.parse(text))) return text.replace(' ', 'T')
  note(reason('playlist.unlikely-date', { value: shorten(value) }))
  return undefined
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const text = asText(value).trim()
  if (text === '') return undefined
  return /^[+-]?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** As much of a value as a sentence shows. */
const shorten = (value: unknown) => cleanLine(asText(value).slice(0, 40))
