import { posix } from 'node:path'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Report } from '../model/outcome.ts'
import { m3u8 } from './playlists/m3u8.ts'
import type { ExportedEntry } from './playlists/writer.ts'

/**
 * An extended M3U playlist in UTF-8 of what is kept, in the playlist's order, with relative paths.
 * `folder` is where the playlist file will lie, relative to the archive, `/` between folders.
 */
export function renderM3u8({ playlist, outcomes }: Report, folder: string): string {
  const entries = outcomes.flatMap((outcome) =>
    'kept' in outcome ? [describe(outcome.kept, folder)] : [],
  )
  return m3u8.write({ name: playlist.name, entries })
}

/** The playlist's words, and in their gaps what was found. */
function describe(
  { track, chosen, durationMs, path }: ArchivedFile,
  folder: string,
): ExportedEntry {
  const album = track.album ?? chosen.album
  const artists = track.artists.length > 0 ? track.artists : chosen.artists
  const file = posix.relative(posix.join('/', folder), posix.join('/', path))
  return { track: { ...track, artists, durationMs, album }, file }
}
