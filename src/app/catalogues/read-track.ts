import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'

/** Longer texts are cut: no name is so long. */
const MAX_TEXT_LENGTH = 5000

/**
 * A track from what a line of JSON held, or the reason why it is none. More forgiving than a
 * catalogue's reader: tags may lack a title, and have years with two digits.
 */
export function readTrack(value: unknown): Track | Reason {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reason('catalogue.row-no-object')
  const fields = value as Record<string, unknown>
  const artists = (Array.isArray(fields.artists) ? fields.artists : [fields.artists])
    .map(textOf)
    .filter((name) => name !== '')
  const album = textOf(fields.album)
  const durationMs = numberOf(fields.durationMs)
  const year = numberOf(fields.year)
  const isrc = textOf(fields.isrc).replaceAll(/[\s-]/g, '').toUpperCase()
  return {
    title: textOf(fields.title),
    artists,
    album: album === '' ? undefined : album,
    durationMs: durationMs > 0 ? durationMs : undefined,
    year: year > 0 ? year : undefined,
    isrc: isrc === '' ? undefined : isrc,
  }
}

/** The id a line is answered under: its own, or its row. */
export function readId(value: unknown, row: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : String(row)
}

/** The line's JSON, or undefined where it is none. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim().slice(0, MAX_TEXT_LENGTH).toWellFormed() : ''
}

function numberOf(value: unknown): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : 0
}
