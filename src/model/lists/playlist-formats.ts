/** How names of playlist files end. Of a folder, a zip and what is dropped on the page, only such files are opened. */
export const playlistExtensions = [
  'aimppl4',
  'asx',
  'b4s',
  'crate',
  'csv',
  'fpl',
  'jspf',
  'm3u',
  'm3u8',
  'nml',
  'pls',
  'spotdl',
  'vdjfolder',
  'wpl',
  'xspf',
  'zpl',
]

/** Playlist files whose ending others have too, by their whole name. */
export const playlistFileNames =
  /^(?:Apple Music Library (?:Tracks|Playlists)\.json(?:\.zip)?|Apple_Media_Services\.zip|playlists?\.xml|(?:iTunes (?:Music )?)?Library\.xml|rekordbox\.xml|database V2|m\.db)$/i

/** The formats in which an archive's playlists can be exported, as `export --as` takes them. */
export const exportFormats = ['m3u8', 'xspf', 'jspf', 'csv', 'tunemymusic', 'listenbrainz'] as const

/**
 * In an M3U list, a track that has no file: `#SONGKEEP-MISSING:187 artist="…" album="…" reason="…",Artist - Title`, after
 * the pattern of `#EXTINF`. A comment to every player; we read it as an entry. Quotes in values are `&quot;`.
 */
export const MISSING_DIRECTIVE = '#SONGKEEP-MISSING'

export type ExportFormat = (typeof exportFormats)[number]
