import { type Reason, reason } from '../../../model/reason.ts'
import { type ReadRow, skipRow, type TrackRow } from '../entries.ts'
import { lengthToMs } from '../length.ts'
import { rowOfLocation } from '../location.ts'
import { readMoment } from '../moment.ts'
import { splitArtists } from '../names/artist-names.ts'
import { splitArtistTitle } from '../names/artist-title.ts'
import { joinNotes } from '../notes.ts'
import type { RowRules } from './row-rules.ts'

/** One row of a table whose columns are known. */
export function readRow(cells: readonly string[], rules: RowRules): ReadRow {
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
  const { single, artists: places, milliseconds } = rules.columns
  const kind = typeOfRow(cell(rules.type))
  const title = cell(single.title)
  const named = places.map((at) =>
    rules.whole.has(at)
      ? { artists: [cell(at)].filter(Boolean) }
      : splitArtists(cell(at), rules.turned),
  )
  const artists = named.flatMap((each) => each.artists)
  const uri = readUri(cell(single.uri), kind)
  if (kind !== 'track' || rules.of)
    return skipRow(
      [...artists, title || cell(single.album)].filter(Boolean).join(' · ') || cells.join(' '),
      whyNoTrack(kind, rules),
      uri || undefined,
    )
  const path = cell(single.path)
  if (title === '' && (artists.length === 0 || uri !== '' || path !== '')) {
    if (path !== '') return { ...rowOfLocation(path), ...(artists.length > 0 && { artists }) }
    if (uri === '') return skipRow(cells.join(' '), reason('playlist.empty-row'))
    return rowOfLocation(uri)
  }
  // Serato puts the day of the session among its tracks.
  if (artists.length === 0 && places.length > 0 && readMoment(title) && !/^\d+$/.test(title))
    return skipRow(title, reason('playlist.no-title'))
  const row = {
    kind: 'track' as const,
    album: cell(single.album),
    isrc: cell(single.isrc),
    durationMs: readLength(cell(single.duration), milliseconds),
    date: readDate(cell(single.year)),
    addedAt: readAdded(cell(single.added), rules.dayFirst),
    uri,
    path,
  }
  if (artists.length > 0)
    return { ...row, title, artists, note: joinNotes(named.flatMap(({ note }) => note ?? [])) }
  return { ...row, ...namesWithin(title, rules) }
}

/** From YouTube, and from people, the artist comes within the title. */
function namesWithin(
  title: string,
  { within }: RowRules,
): Pick<TrackRow, 'title' | 'artists' | 'note'> {
  const split = within === 'none' ? undefined : splitArtistTitle(title)
  if (!split?.artist) return { title, artists: [] }
  const note: Reason = reason('playlist.artist-from-title')
  return within === 'title-first'
    ? { title: split.artist, artists: [split.title], note }
    : { title: split.title, artists: [split.artist], note }
}

type RowType = 'track' | 'album' | 'artist' | 'other'

/** TuneMyMusic and others put what else was saved among the tracks. */
function typeOfRow(cell: string): RowType {
  if (/^albums?$|^release$/i.test(cell)) return 'album'
  if (/^artists?$/i.test(cell)) return 'artist'
  return /^(?:podcasts?|episodes?|shows?|audiobooks?)$/i.test(cell) ? 'other' : 'track'
}

function whyNoTrack(kind: RowType, { of }: RowRules): Reason {
  if (kind === 'other') return reason('playlist.podcast-episode')
  if (kind === 'artist' || of === 'artists') return reason('playlist.row-is-artist')
  return reason('playlist.row-is-album')
}

/** A column named `time` holds a length, or the moment of listening in seconds since 1970. */
function readLength(text: string, milliseconds: boolean) {
  if (/^\d{9,}$/.test(text)) return undefined
  return milliseconds && /^[\d.]+$/.test(text) ? text : lengthToMs(text)
}

const readDate = (text: string) =>
  /^\d{4}(?:-|$)/.test(text) ? text : (readMoment(text)?.iso ?? /^\d{4}(?:\.0+)?$/.exec(text)?.[0])

/** What is written as it should be stays so, to the fraction of a second. */
const readAdded = (text: string, dayFirst: boolean) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? text
    : readMoment(text, dayFirst)?.iso

function readUri(text: string, kind: RowType): string {
  const of = kind === 'album' || kind === 'artist' ? kind : 'track'
  if (/^[A-Za-z0-9]{22}$/.test(text)) return `spotify:${of}:${text}`
  return /^[\w-]{11}$/.test(text) ? `https://www.youtube.com/watch?v=${text}` : text
}
