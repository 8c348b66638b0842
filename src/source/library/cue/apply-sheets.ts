import { dirname, join, sep } from 'node:path'
import { type Reason, reason } from '../../../model/reason.ts'
import type { CueSheet, CueTrack } from '../../../text/cue-sheet.ts'
import type { Song } from '../file-recording.ts'
import type { FoundFile, Unreadable } from '../walk-folder.ts'
import { type CutAlbum, cutAlbum, describeTrack } from './cut-album.ts'
import { findFiles } from './find-files.ts'

/** A cue sheet that lies beside audio files. */
export interface FoundSheet {
  readonly file: FoundFile
  readonly sheet: CueSheet
}

export interface AppliedSheets {
  /** An album in one file is its tracks, in its place; any other song stays. */
  readonly songs: readonly Song[]
  /** Sheets that do not fit: what they mean is left as it was. */
  readonly wrong: readonly Unreadable[]
}

/**
 * Parts the albums that lie in one file as sheets beside them or within them say, and names files of one track after
 * their sheet where their own tags are silent. A sheet beside a file goes before the one in it.
 */
export function applySheets(songs: readonly Song[], sheets: readonly FoundSheet[]): AppliedSheets {
  const applied = new Map<Song, readonly Song[]>()
  const wrong: Unreadable[] = []
  const folders = sheets.length > 0 ? groupByFolder(songs) : new Map<string, Song[]>()
  for (const { file, sheet } of sheets)
    for (const why of applySheet(file.path, sheet, folders, applied))
      wrong.push({ path: file.path, reason: why })
  for (const song of songs) {
    if (!song.sheet || applied.has(song)) continue
    const cut = cutSong(song, song.sheet, song.sheet.tracks)
    if (cut.kind === 'cut') applied.set(song, cut.songs)
    else wrong.push({ path: song.file.path, reason: cut.reason })
  }
  return { songs: songs.flatMap((song) => applied.get(song) ?? [song]), wrong }
}

/** Returns what is wrong with it. */
function applySheet(
  path: string,
  sheet: CueSheet,
  folders: ReadonlyMap<string, Song[]>,
  applied: Map<Song, readonly Song[]>,
): readonly Reason[] {
  const beside = songsBeside(path, sheet, folders)
  const files = findFiles(
    sheet,
    path,
    beside.map((song) => ({ path: song.file.path, song })),
  )
  const faults: Reason[] = []
  for (const [name, found] of files) {
    const tracks = sheet.tracks.filter(({ file }) => file === name)
    // What was ripped to a file for each track has kept a sheet that names the disc: nothing is missing.
    if (found.length === 0 && beside.length < tracks.length)
      faults.push(reason('source.sheet-file-missing', { file: name }))
    for (const { song } of found) {
      if (applied.has(song)) continue
      const cut = cutSong(song, sheet, tracks)
      if (cut.kind === 'cut') applied.set(song, cut.songs)
      else faults.push(cut.reason)
    }
  }
  return faults
}

type CutSong =
  | { readonly kind: 'cut'; readonly songs: readonly Song[] }
  | Extract<CutAlbum, { readonly kind: 'wrong' }>

function cutSong(song: Song, sheet: CueSheet, tracks: readonly CueTrack[]): CutSong {
  const [only, ...others] = tracks
  if (only && others.length === 0) return { kind: 'cut', songs: [nameAfter(song, sheet, only)] }
  const cut = cutAlbum(sheet, tracks, song.facts)
  if (cut.kind === 'wrong') return cut
  return { kind: 'cut', songs: cut.tracks.map((track) => ({ file: song.file, ...track })) }
}

/** A file of one track: its own tags say more. */
function nameAfter(song: Song, sheet: CueSheet, track: CueTrack): Song {
  const { facts } = song
  const told = describeTrack(sheet, track)
  // A title that the sheet does not tell is none, nor is a disc of one track a song's album.
  const title = facts.title ?? (track.title ? told.title : undefined)
  const artists = facts.artists.length > 0 ? facts.artists : told.artists
  const albumArtists = facts.albumArtists ?? told.albumArtists
  return { ...song, facts: { ...told, ...facts, title, artists, albumArtists } }
}

function groupByFolder(songs: readonly Song[]): Map<string, Song[]> {
  const folders = new Map<string, Song[]>()
  for (const song of songs) {
    const folder = dirname(song.file.path)
    const known = folders.get(folder)
    if (known) known.push(song)
    else folders.set(folder, [song])
  }
  return folders
}

/** In the folder itself, and in those below it that the sheet names: `CD1\Album.wav`. */
function songsBeside(
  path: string,
  { tracks }: CueSheet,
  folders: ReadonlyMap<string, Song[]>,
): readonly Song[] {
  const folder = dirname(path)
  const named = tracks.map(({ file }) => dirname(join(folder, file.replaceAll('\\', '/'))))
  const all = [folder, ...named.filter((each) => each.startsWith(folder + sep))]
  return [...new Set(all)].flatMap((each) => folders.get(each) ?? [])
}
