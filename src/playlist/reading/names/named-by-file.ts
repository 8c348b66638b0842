import { type Reason, reason } from '../../../model/reason.ts'
import { type ReadRow, skipRow, type TrackRow } from '../entries.ts'
import { isAudioFile, isRemote, rowOfLocation } from '../location.ts'
import { splitArtistTitle } from './artist-title.ts'

/**
 * A row of a player's list, which names a file, and often little else. Without a title it is named after the
 * file; without an artist he is taken from the title (`Artist - Title`), or else from the file's name where
 * that ends in the title.
 */
export function nameByFile(row: TrackRow): ReadRow {
  const title = textIn(row.title)
  const place = textIn(row.path)
  const named = place === '' ? undefined : rowOfLocation(place)
  if (title === '') return named?.kind === 'track' ? mergeNames(row, named) : (named ?? row)
  if (row.artists?.some((artist) => textIn(artist) !== '')) return row
  const split = splitArtistTitle(title)
  if (split.artist)
    return {
      ...row,
      title: split.title,
      artists: [split.artist],
      note: split.note ?? reason('playlist.artist-from-title'),
    }
  if (named?.kind !== 'track' || !sameText(named.title, title)) return row
  const [artist] = named.artists ?? []
  return artist ? { ...row, artists: [artist], note: reason('playlist.artist-from-file') } : row
}

/** The row of a key that the list's own collection does not have: it may be the place of a file. */
export function rowOfKey(key: string, why: Reason): ReadRow {
  return isAudioFile(key) && !isRemote(key) ? rowOfLocation(key) : skipRow(key, why)
}

/** What the file's name says, beneath what the row says by itself. */
function mergeNames(row: TrackRow, named: TrackRow): TrackRow {
  const said = Object.entries(row).filter(
    ([key, value]) => key !== 'artists' && value !== undefined && value !== null && value !== '',
  )
  const artists = row.artists?.filter((artist) => textIn(artist) !== '') ?? []
  const own: Partial<TrackRow> = Object.fromEntries(said)
  return { ...named, ...own, artists: artists.length > 0 ? artists : named.artists }
}

const sameText = (one: unknown, other: string) =>
  textIn(one).normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase()

const textIn = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
