import type { Entry, Playlist } from '../../model/playlist.ts'

/** Says of every relative location where it starts: in the folder that the list lies in. */
export function placeTracks(playlist: Playlist, folder: string | undefined): Playlist {
  if (folder === undefined) return playlist
  const place = (entry: Entry): Entry =>
    entry.kind === 'track' && isRelative(entry.track.path)
      ? { ...entry, track: { ...entry.track, pathFolder: folder } }
      : entry
  return { ...playlist, entries: playlist.entries.map(place) }
}

/** Neither from a root, nor an address or a drive of Windows. */
const isRelative = (path: string | undefined) =>
  path !== undefined && !/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path)
