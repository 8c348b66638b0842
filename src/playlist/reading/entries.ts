import { definedOnly } from '../../base/defined.ts'
import type { Entry, Playlist } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { UserError } from '../../words/user-error.ts'
import {
  cleanDate,
  cleanDuration,
  cleanIsrc,
  cleanNames,
  cleanNumber,
  cleanPath,
  cleanPlays,
  cleanText,
  cleanUri,
  cleanYear,
} from './clean.ts'
import { nameByContent } from './names/name-by-content.ts'
import { joinNotes } from './notes.ts'
import { readServiceLink } from './services/service-link.ts'

/** A track as it stands in the input: nothing is believed yet, so anything may be given for any field. */
export interface TrackRow {
  readonly kind: 'track'
  readonly title: unknown
  readonly artists?: readonly unknown[] | undefined
  readonly album?: unknown
  readonly albumArtists?: readonly unknown[]
  readonly durationMs?: unknown
  /** A year, or a date that starts with one. */
  readonly date?: unknown
  readonly isrc?: unknown
  readonly trackNumber?: unknown
  readonly discNumber?: unknown
  readonly uri?: unknown
  readonly path?: unknown
  readonly addedAt?: unknown
  readonly plays?: unknown
  /** What the format had to guess or repair. */
  readonly note?: Reason | undefined
  /** The service plays it no longer. */
  readonly withdrawn?: true
}

export interface SkippedRow {
  readonly kind: 'skipped'
  readonly text: unknown
  readonly reason: Reason
  /** Of a track that only its service can name. */
  readonly uri?: string
  /** The service names it no longer. */
  readonly withdrawn?: true
}

export type ReadRow = TrackRow | SkippedRow

export interface PlaylistHead {
  readonly format: string
  readonly name: unknown
  /** The name to take when the input gives none. */
  readonly fallbackName: string
  readonly description?: unknown
  readonly creator?: unknown
  readonly uri?: unknown
  readonly notes?: readonly Reason[]
  /** The input may end before the playlist does. */
  readonly partial?: boolean
  /** Which of the names in a row is the artist's is a guess. */
  readonly nameOrder?: 'unsure' | undefined
}

/** More rows than any service allows in a playlist; it bounds memory against a file of nothing but line ends. */
const MAX_ROWS = 200_000

export function skipRow(text: unknown, why: Reason, uri?: string): SkippedRow {
  return { kind: 'skipped', text, reason: why, uri }
}

/** A row that the service has emptied: once it was a track. */
export function emptyRow(): SkippedRow {
  return { kind: 'skipped', text: '', reason: reason('playlist.empty-item'), withdrawn: true }
}

/** Where all formats end: rows are cleaned, checked and numbered from 1. Consumes `rows` lazily. */
export function buildPlaylist(head: PlaylistHead, rows: Iterable<ReadRow>): Playlist {
  const notes: Reason[] = [...(head.notes ?? [])]
  const note = (each: Reason) => notes.push(each)
  const entries: Entry[] = []
  for (const row of rows) {
    checkCount(entries.length + 1)
    entries.push(buildEntry(row, entries.length + 1))
  }
  const description = cleanText(head.description, 'description', note)
  const creator = cleanText(head.creator, 'creator', note)
  const uri = cleanUri(head.uri)
  return {
    name:
      cleanText(head.name, 'name', note) ||
      cleanText(head.fallbackName, 'name', note) ||
      nameByContent(entries),
    description: description || undefined,
    creator: creator || undefined,
    uri: uri || undefined,
    format: head.format,
    partial: head.partial || undefined,
    nameOrder: head.nameOrder,
    entries,
    notes,
  }
}

/** UserError when there are more rows, of one or of all playlists, than memory is meant for. */
export function checkCount(rows: number): void {
  if (rows <= MAX_ROWS) return
  throw new UserError(
    reason('playlist.too-many-entries', { max: MAX_ROWS }),
    reason('playlist.split-files'),
  )
}

function buildEntry(row: ReadRow, position: number): Entry {
  if (row.kind === 'skipped') return buildSkipped(row, position)
  const notes: Reason[] = row.note ? [row.note] : []
  const note = (each: Reason) => notes.push(each)
  const title = cleanText(row.title, 'title', note)
  if (title === '') return buildSkipped(skipNameless(row), position)
  const track: Track = {
    title,
    artists: cleanNames(row.artists ?? [], 'artist', note),
    ...definedOnly({
      album: cleanText(row.album, 'album', note) || undefined,
      albumArtists: some(cleanNames(row.albumArtists ?? [], 'album-artist', note)),
      durationMs: cleanDuration(row.durationMs, note),
      year: cleanYear(row.date, note),
      isrc: cleanIsrc(row.isrc, note),
      trackNumber: cleanNumber(row.trackNumber, 'track', note),
      discNumber: cleanNumber(row.discNumber, 'disc', note),
      uri: cleanUri(row.uri),
      path: cleanPath(row.path),
      addedAt: cleanDate(row.addedAt, note),
      plays: cleanPlays(row.plays),
    }),
  }
  return {
    kind: 'track',
    position,
    track,
    note: joinNotes(notes),
    withdrawn: row.withdrawn || undefined,
  }
}

/** A row without a title: where it links a track, its service can still be asked for the names. */
function skipNameless(row: TrackRow): SkippedRow {
  const rest = [...(row.artists ?? []), row.album, row.uri, row.path]
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' · ')
  const link = typeof row.uri === 'string' ? readServiceLink(row.uri) : undefined
  return link?.kind === 'track'
    ? skipRow(rest, reason('playlist.link-only', { service: link.service }), link.uri)
    : skipRow(rest, reason('playlist.no-title'))
}

function buildSkipped(row: SkippedRow, position: number): Entry {
  const text = cleanText(row.text, 'title', () => {})
  const uri = cleanUri(row.uri)
  return {
    kind: 'skipped',
    position,
    text: text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text,
    reason: row.reason,
    uri: uri || undefined,
    withdrawn: row.withdrawn || undefined,
  }
}

function some(names: string[]): string[] | undefined {
  return names.length > 0 ? names : undefined
}
