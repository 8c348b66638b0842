import { definedOnly } from '../base/defined.ts'
import type { Entry, Playlist, TrackEntry } from '../model/playlist.ts'
import { isOf, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { type OpenProvider, whoCan } from '../source/provider.ts'

/**
 * Where the playlist gives nothing but where a file lies, and it lies in the user's folders, the track is called as
 * the file's tags have it: what its name suggests is a guess.
 */
export async function nameByTags(
  playlist: Playlist,
  sources: readonly OpenProvider[],
  signal: AbortSignal,
): Promise<Playlist> {
  const locators = whoCan(sources, 'locate')
  const entries: Entry[] = []
  for (const entry of playlist.entries)
    entries.push(isNamedAfterFile(entry) ? await nameEntry(entry, locators, signal) : entry)
  return { ...playlist, entries }
}

async function nameEntry(
  entry: TrackEntry,
  locators: readonly OpenProvider<'locate'>[],
  signal: AbortSignal,
): Promise<TrackEntry> {
  const file = await findNamed(entry.track, locators, signal)
  if (!file) return entry
  const note = reason('backup.name-from-tags')
  return { ...entry, track: { ...entry.track, ...namesOf(file) }, note }
}

/** The one file that the location names for sure; undefined where there are several, or none. */
export async function findNamed(
  track: Track,
  sources: readonly OpenProvider[],
  signal: AbortSignal,
): Promise<Recording | undefined> {
  if (track.path === undefined) return undefined
  for (const source of whoCan(sources, 'locate')) {
    const [file, ...others] = await source.locate(track, signal)
    if (file && others.length === 0 && isNamed(file)) return file
  }
  return undefined
}

/** The location decides for it, and not the words. */
export const isNamed = ({ location }: Recording) => location === 'file' || location === 'ending'

function isNamedAfterFile(entry: Entry): entry is TrackEntry {
  if (entry.kind !== 'track' || entry.note === undefined) return false
  const { note: told } = entry
  const notes = isOf(told, 'playlist.notes') ? told.params.notes : [told]
  return notes.some((note) => note.code === 'playlist.named-after-file')
}

function namesOf(file: Recording): Track {
  const { title, artists, album, albumArtists, durationMs, year, isrc, trackNumber } = file
  const rest = { album, albumArtists, durationMs, year, isrc, trackNumber }
  return { title, artists, ...definedOnly(rest), ...definedOnly({ discNumber: file.discNumber }) }
}
