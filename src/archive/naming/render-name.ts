import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { byteLength, cleanName, cleanText, cutText } from './clean.ts'
import type { FieldName, Template, TemplatePart } from './template.ts'

/** What a name is made of. */
export interface NamedTrack {
  readonly track: Track
  /** Fills in what the playlist does not say. */
  readonly recording: Recording
  readonly position: number
  /** How many entries the playlist has: positions get as many digits, at least two. */
  readonly count: number
  /** The playlist's folder, a safe name already. */
  readonly folder: string
}

export type Values = Readonly<Record<FieldName, string>>

/** Longest names, with room left for ` (9999)` and an ending within 255 bytes. */
const MAX_NAME_BYTES = 232
/** And within 240 UTF-16 units for the whole path, which Windows limits to 260. */
const MAX_PATH_UNITS = 225

/** The fields as safe texts; missing ones are empty, or words where a name needs some. */
export function fieldValues({ track, recording, position, count, folder }: NamedTrack): Values {
  const artists = track.artists.length > 0 ? track.artists : recording.artists
  const artist = cleanText(artists.join(', ')) || 'Unknown Artist'
  const albumArtists = track.albumArtists ?? recording.albumArtists ?? []
  return {
    playlist: folder,
    position: pad(position, Math.max(2, String(count).length)),
    artist,
    albumartist: cleanText(albumArtists.join(', ')) || artist,
    album: cleanText(track.album ?? recording.album ?? '') || 'Unknown Album',
    title: cleanText(track.title) || cleanText(recording.title) || 'Untitled',
    track: pad(track.trackNumber ?? recording.trackNumber, 2),
    disc: pad(track.discNumber ?? recording.discNumber, 1),
    year: pad(track.year ?? recording.year, 4),
    isrc: cleanText(track.isrc ?? recording.isrc ?? ''),
  }
}

const pad = (value: number | undefined, digits: number) =>
  value !== undefined && Number.isInteger(value) && value > 0
    ? String(value).padStart(digits, '0')
    : ''

/** A safe relative path without its ending. Where it would be too long, the longest values are cut first. */
export function renderName(template: Template, values: Values): string {
  const render = (longest: number) =>
    renderSegments(template, {
      ...mapValues(values, (value) => cutText(value, longest)),
      playlist: values.playlist,
    })
  for (const longest of [200, 150, 120, 100, 80, 60, 40, 30, 20, 15, 10]) {
    const segments = render(longest)
    const fits = segments.every((segment) => byteLength(segment) < MAX_NAME_BYTES)
    if (fits && segments.join('/').length < MAX_PATH_UNITS) return joinNames(segments)
  }
  const segments = render(10)
  return joinNames(segments, Math.floor(MAX_PATH_UNITS / segments.length) - 1)
}

const joinNames = (segments: readonly string[], maxBytes = MAX_NAME_BYTES) =>
  segments.map((segment) => cleanName(segment, maxBytes)).join('/')

const mapValues = (values: Values, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)])) as Values

function renderSegments(template: Template, values: Values): string[] {
  const isFilled = (parts: readonly TemplatePart[]) =>
    parts.every(({ kind }) => kind === 'words') ||
    parts.some((part) => part.kind === 'field' && values[part.name] !== '')
  const folders = template.slice(0, -1).filter(isFilled)
  const file = template.at(-1) ?? []
  return [...folders, isFilled(file) ? file : FALLBACK].map((parts) => renderSegment(parts, values))
}

/** For a file whose fields are all missing. */
const FALLBACK: readonly TemplatePart[] = [
  { kind: 'field', name: 'artist' },
  { kind: 'words', text: ' - ' },
  { kind: 'field', name: 'title' },
]

/**
 * A missing value takes with it the signs that touch it, and one of the separators around it:
 * `{album} ({year})` → `Album`, `{disc}-{track}. {title}` → `Title`, `{artist} - {year} - {title}` →
 * `Artist - Title`.
 */
function renderSegment(parts: readonly TemplatePart[], values: Values): string {
  let done = ''
  /** Words read since the last value, and whether a value is missing among them. */
  let words = ''
  let gap = false
  for (const part of parts) {
    if (part.kind === 'words') {
      words = gap ? joinWords(words, part.text.replace(/^\S+/, '')) : words + part.text
    } else if (values[part.name] === '') {
      words = words.replace(/\S+$/, '')
      gap = true
    } else {
      done += gap && done === '' ? words.replace(/^[\s\-–—_.,;·]+/, '') : words
      done += values[part.name]
      words = ''
      gap = false
    }
  }
  return done + (gap ? words.replace(/[\s\-–—_.,;·]+$/, '') : words)
}

const joinWords = (before: string, after: string) =>
  before.trim() !== '' || after === '' ? before : after
