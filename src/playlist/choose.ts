import { extname } from 'node:path'

// The two files of a Spotify export that hold playlists. The others (Identity, Payments, Userdata, the
// listening history with its addresses) are never opened.
const SPOTIFY = /^(?:Playlist\d*|YourLibrary)\.json$/i
const HISTORY = /^(?:StreamingHistory|Streaming_History|endsong).*\.json$/i
const PLAYLISTS = new Set(['.asx', '.csv', '.jspf', '.m3u', '.m3u8', '.pls', '.xspf'])

const order = new Intl.Collator('en', { numeric: true })

/**
 * Which files of a zip or a folder are opened, by their base names only: those of a Spotify export
 * where there are any, else what is named like a playlist (Exportify's zip of all playlists).
 */
export function chooseFiles<File extends { readonly path: string }>(
  files: readonly File[],
): File[] {
  const visible = files.filter(({ path }) => !/(?:^|[\\/])(?:__MACOSX[\\/]|\.)/.test(path))
  const spotify = visible.filter(({ path }) => SPOTIFY.test(baseName(path)))
  const chosen =
    spotify.length > 0
      ? spotify
      : visible.filter(({ path }) => PLAYLISTS.has(extname(baseName(path)).toLowerCase()))
  return chosen.toSorted((a, b) => order.compare(a.path, b.path))
}

/** True when the files are a listening history without the playlists. */
export function isHistoryOnly(files: readonly { readonly path: string }[]): boolean {
  return files.some(({ path }) => HISTORY.test(baseName(path)))
}

/** The last part of a path of either system: a zip may come from any. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
