import type { NoPlaylistKind } from '../../lists/no-playlist.ts'
import type { None } from '../none.ts'

/** What is said to who gives something that is no playlist, and what to give instead. */
export interface NotPlaylistReasons {
  /** `input`: a base name. */
  'playlist.other-kind': {
    readonly input: string
    readonly what: Exclude<NoPlaylistKind, 'workbook'>
  }
  'playlist.music-folder': { readonly folder: string }
  'playlist.no-playlist-in-folder': { readonly folder: string }
  'playlist.prose': None
  'playlist.file-moved': { readonly input: string }
  /** A path of another computer, or of another system. */
  'playlist.path-elsewhere': { readonly path: string }
  'playlist.path-not-there': { readonly path: string }
  /** Of this machine only what is named like a playlist is read by its path. */
  'playlist.path-no-playlist': { readonly path: string }

  /** Advice. */
  'playlist.music-is-looked-through': None
  'playlist.copy-songs-out': None
  'playlist.type-songs': None
  'playlist.give-list-file': None
  'playlist.unpack-first': None
  'playlist.name-music-folder': None
  'playlist.give-file-in-folder': None
  'playlist.one-song-a-line': None
  'playlist.export-again': None
  'playlist.choose-that-file': None
}
