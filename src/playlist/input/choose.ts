import { extname } from 'node:path'
import { playlistExtensions, playlistFileNames } from '../../model/lists/playlist-formats.ts'

// What is opened of a Spotify export: its playlists and the plays. The others (Identity, Payments, Userdata,
// podcasts, searches) never are.
const SPOTIFY = /^(?:Playlist\d*|YourLibrary)\.json$/i
const EXTENDED = /^(?:Streaming_History_Audio_[\w-]*|endsong_?\d*)\.json$/i
const RECENT = /^StreamingHistory(?:_music)?_?\d*\.json$/i
const PLAYLISTS = new Set(playlistExtensions.map((extension) => `.${extension}`))
/** ListenBrainz's export: a file of plays for each month. */
const LISTENS = /(?:^|[\\/])listens[\\/]\d{4}[\\/]\d{1,2}\.jsonl$/

const order = new Intl.Collator('en', { numeric: true })

/**
 * Which files of a zip or a folder are opened, by their base names only: those of a Spotify export
 * where there are any, else what is named like a playlist (Exportify's zip of all playlists). `zips`: other zips too.
 */
export function chooseFiles<File extends { readonly path: string }>(
  files: readonly File[],
  zips = false,
): File[] {
  const visible = files.filter(({ path }) => !/(?:^|[\\/])(?:__MACOSX[\\/]|\.)/.test(path))
  const named = (pattern: RegExp) => visible.filter(({ path }) => pattern.test(baseName(path)))
  // The extended history has what the account data's says of the last year: counting both counts twice.
  const extended = named(EXTENDED)
  const spotify = [...named(SPOTIFY), ...(extended.length > 0 ? extended : named(RECENT))]
  const chosen =
    spotify.length > 0
      ? spotify
      : visible.filter(
          ({ path }) =>
            PLAYLISTS.has(extname(baseName(path)).toLowerCase()) ||
            playlistFileNames.test(baseName(path)) ||
            LISTENS.test(path) ||
            (zips && /\.zip$/i.test(path)),
        )
  return chosen.toSorted((a, b) => order.compare(a.path, b.path))
}

/** True for a file of a listening history, which is read as it comes and may be of any size. */
export const isHistory = (name: string) => EXTENDED.test(name) || RECENT.test(name)

/** The last part of a path of either system: a zip may come from any. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
