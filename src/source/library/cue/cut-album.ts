import { definedOnly } from '../../../base/defined.ts'
import type { Tags } from '../../../model/media.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Segment } from '../../../model/recording.ts'
import type { CueSheet, CueTrack } from '../../../text/cue-sheet.ts'
import type { LibraryFileInfo } from '../read-file.ts'

/** A track of an album that lies in one file. */
export interface AlbumTrack {
  readonly facts: LibraryFileInfo
  readonly segment: Segment
}

/** The tracks, or why the sheet does not fit the file. */
export type CutAlbum =
  | { readonly kind: 'cut'; readonly tracks: readonly AlbumTrack[] }
  | { readonly kind: 'wrong'; readonly reason: Reason }

/**
 * Parts an album in one file as its sheet says: a track goes from its `INDEX 01` to that of the next, so that the
 * silence before a track belongs to the one before it, as in every player; the last goes on to the end of the file.
 * @param listed the tracks of the sheet that lie in the file
 */
export function cutAlbum(
  sheet: CueSheet,
  listed: readonly CueTrack[],
  album: LibraryFileInfo,
): CutAlbum {
  const { rate } = sheet
  const { durationMs = Number.POSITIVE_INFINITY } = album
  const fileEnd = Math.ceil((durationMs * rate) / 1000)
  // Data behind the music of a disc was not ripped.
  const tracks = listed.filter(({ isAudio, start = 0 }) => isAudio || start < fileEnd)
  const starts = tracks.map(({ start }) => start ?? Number.NaN)
  for (const [at, start] of starts.entries()) {
    const track = tracks[at]?.number ?? ''
    if (!(start > (starts[at - 1] ?? -1)))
      return { kind: 'wrong', reason: reason('source.sheet-times-wrong', { track }) }
    if (start >= fileEnd)
      return { kind: 'wrong', reason: reason('source.sheet-past-end', { track }) }
  }
  const total = sheet.tracks.filter(({ isAudio }) => isAudio).length
  const cut = tracks.flatMap((track, at): AlbumTrack[] => {
    if (!track.isAudio) return []
    const [start = 0, end] = starts.slice(at)
    const lengthMs = (((end ?? fileEnd) - start) / rate) * 1000
    const told = describeTrack(sheet, track, album)
    const facts = {
      ...told,
      licence: album.licence,
      durationMs: Number.isFinite(lengthMs) ? Math.round(lengthMs) : undefined,
    }
    const tags = tagsOf(sheet, track, told, total)
    return [{ facts, segment: { track: Number(track.number), start, end, rate, tags } }]
  })
  return { kind: 'cut', tracks: cut }
}

/** What a sheet says of a track; what it leaves open is taken from the tags of its file where those are of the album. */
export function describeTrack(
  sheet: CueSheet,
  track: CueTrack,
  album?: LibraryFileInfo,
): LibraryFileInfo {
  const { title, performer } = namesOf(sheet, track)
  const credit = performer ?? filled(sheet.performer)
  const isrc = track.isrc?.replaceAll('-', '').toUpperCase()
  return {
    artists: credit === undefined ? (album?.artists ?? []) : [credit],
    ...definedOnly({
      title,
      album: filled(sheet.title) ?? album?.album,
      albumArtists: filled(sheet.performer) ? [sheet.performer ?? ''] : album?.albumArtists,
      year: toNumber(/\d{4}/.exec(track.date ?? sheet.date ?? '')?.[0]) ?? album?.year,
      isrc: isrc && /^[A-Z]{2}[A-Z\d]{3}\d{7}$/.test(isrc) ? isrc : undefined,
      trackNumber: toNumber(track.number),
      discNumber: toNumber(sheet.disc) ?? album?.discNumber,
    }),
  }
}

/** Where nobody is named as a performer, the title often is `Artist - Title`. */
function namesOf(sheet: CueSheet, track: CueTrack) {
  const performer = filled(track.performer)
  const title = filled(track.title) ?? `Track ${track.number}`
  if (performer ?? filled(sheet.performer)) return { title, performer }
  const [, artist, rest] = /^(.+?) [-–—] (.+)$/.exec(title) ?? []
  return artist && rest ? { title: rest, performer: artist } : { title, performer }
}

function tagsOf(
  { date, genre, songwriter }: CueSheet,
  track: CueTrack,
  told: LibraryFileInfo,
  trackTotal: number,
): Partial<Tags> {
  const { title, artists, album, albumArtists, isrc, trackNumber, discNumber } = told
  const genres = filled(track.genre ?? genre)
  const composers = filled(track.songwriter ?? songwriter)
  return definedOnly({
    ...{ title, album, albumArtists, isrc, trackNumber, trackTotal, discNumber },
    artists: artists.length > 0 ? artists : undefined,
    date:
      /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.exec(track.date ?? date ?? '')?.[0] ?? told.year?.toString(),
    genres: genres === undefined ? undefined : [genres],
    composers: composers === undefined ? undefined : [composers],
  })
}

const filled = (text: string | undefined) => text || undefined

function toNumber(digits: string | undefined): number | undefined {
  const number = Number.parseInt(digits ?? '', 10)
  return number > 0 ? number : undefined
}
