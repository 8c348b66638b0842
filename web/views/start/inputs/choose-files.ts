import {
  playlistExtensions,
  playlistFileNames,
} from '../../../../src/model/lists/playlist-formats.ts'

/** A file as it was dropped: `path` has the folders it was dropped with, `/` between them. */
export interface NamedFile {
  readonly path: string
}

// The same choice as Songkeep makes of a folder on the command line (src/playlist/input/choose.ts), so that nothing
// else of an export (Identity, Payments, Userdata, searches) even leaves the browser.
const SPOTIFY = /^(?:Playlist\d*|YourLibrary)\.json$/i
const EXTENDED = /^(?:Streaming_History_Audio_[\w-]*|endsong_?\d*)\.json$/i
const RECENT = /^StreamingHistory(?:_music)?_?\d*\.json$/i
const ENDING = new RegExp(`[^/]\\.(?:${playlistExtensions.join('|')})$`, 'i')
const LISTENS = /(?:^|\/)listens\/\d{4}\/\d{1,2}\.jsonl$/
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.)/

const order = new Intl.Collator('en', { numeric: true })

/** Which files of folders are taken: those of a Spotify export where there are any, else playlists by name. */
export function chooseFromFolders<File extends NamedFile>(files: readonly File[]): readonly File[] {
  const visible = files.filter(({ path }) => !HIDDEN.test(path))
  const spotify = chooseOfExport(visible)
  const chosen =
    spotify.length > 0
      ? spotify
      : visible.filter(({ path }) => isPlaylist(path) || LISTENS.test(path))
  return chosen.toSorted((one, other) => order.compare(one.path, other.path))
}

/** Without what lies in an archive of ours within a folder: its lists are kept already. */
export function leaveOutArchives<File extends NamedFile>(files: readonly File[]): readonly File[] {
  const archives = files.flatMap(({ path }) => /^(.+\/.+\/)inventory\.jsonl$/.exec(path)?.[1] ?? [])
  return files.filter(({ path }) => !archives.some((archive) => path.startsWith(archive)))
}

/** Files that were dropped by themselves are meant, but for the rest of an export that was emptied out. */
export function chooseSingle<File extends NamedFile>(files: readonly File[]): readonly File[] {
  const ofExport = chooseOfExport(files)
  if (ofExport.length === 0) return files
  return files.filter((file) => ofExport.includes(file) || isPlaylist(`/${file.path}`))
}

function chooseOfExport<File extends NamedFile>(files: readonly File[]): readonly File[] {
  const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(baseName(path)))
  // The extended history has the last year too: counting both counts it twice.
  const extended = named(EXTENDED)
  return [...named(SPOTIFY), ...(extended.length > 0 ? extended : named(RECENT))]
}

/** A file of a listening history, which may be of any size. */
export const isHistory = (path: string) =>
  EXTENDED.test(baseName(path)) || RECENT.test(baseName(path))

const isPlaylist = (path: string) => ENDING.test(path) || playlistFileNames.test(baseName(path))

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
