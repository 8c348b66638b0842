/** The formats in which an archive's playlists can be exported, as `export --as` takes them. */
export const exportFormats = ['m3u8', 'xspf', 'jspf', 'csv', 'tunemymusic', 'listenbrainz'] as const

export type ExportFormat = (typeof exportFormats)[number]
