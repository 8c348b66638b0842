import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'

/** Fields of a row as they come, whatever the file: texts, numbers, lists. */
export interface RecordingFields {
  readonly id?: unknown
  readonly title?: unknown
  readonly artists?: unknown
  readonly album?: unknown
  readonly durationMs?: unknown
  readonly year?: unknown
  readonly isrc?: unknown
  readonly licence?: unknown
  readonly url?: unknown
  readonly popularity?: unknown
}

/** More than a name ever has: the row is told, not kept. */
const MAX_TEXT_LENGTH = 65_536
const MAX_ARTISTS = 1000

/** A recording from a row's fields, or the reason why it is none. What can not be right is left out. */
export function makeRecording(
  fields: RecordingFields,
  source: string,
  row: number,
): Recording | Reason {
  const title = readText(fields.title)
  if (title === undefined) return reason('catalogue.row-no-title')
  if (title.length > MAX_TEXT_LENGTH) return reason('catalogue.row-title-too-long')
  const artists = readTexts(fields.artists)
  if (artists.length > MAX_ARTISTS) return reason('catalogue.row-too-many-artists')
  if (artists.some((name) => name.length > MAX_TEXT_LENGTH))
    return reason('catalogue.row-artist-too-long')
  const album = readText(fields.album)
  const durationMs = readNumber(fields.durationMs)
  const year = readYear(fields.year)
  const isrc = readIsrc(fields.isrc)
  const licence = readText(fields.licence)
  const url = readText(fields.url)
  const popularity = readNumber(fields.popularity)
  return {
    id: readText(fields.id) ?? String(row),
    source,
    title,
    artists,
    album: album !== undefined && album.length <= MAX_TEXT_LENGTH ? album : undefined,
    durationMs:
      durationMs !== undefined && durationMs >= 1 && durationMs < 2 ** 40
        ? Math.round(durationMs)
        : undefined,
    year,
    isrc,
    licence,
    url,
    popularity,
  }
}

/** The text, trimmed and whole; nothing when there is none. */
function readText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  // Lone surrogates have no place in UTF-8.
  return text === '' ? undefined : text.toWellFormed()
}

function readTexts(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.map(readText).filter((text) => text !== undefined)
}

function readNumber(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'object' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** `1999`, `1999-12-31`, a date. */
function readYear(value: unknown): number | undefined {
  const text = value instanceof Date ? String(value.getUTCFullYear()) : readText(value)
  const year = Number(/^\d{4}(?!\d)/.exec(text ?? '')?.[0])
  return year >= 1000 ? year : undefined
}

function readIsrc(value: unknown): string | undefined {
  const text = readText(Array.isArray(value) ? value[0] : value)
  return text?.replaceAll(/[\s-]/g, '').toUpperCase()
}

const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?$/

/** `4:45` or `1:02:03` in milliseconds. */
export function readClock(text: string): number | undefined {
  const found = CLOCK.exec(text.trim())
  if (found === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
