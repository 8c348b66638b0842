/** Below the API: a kept file, or one of a playlist's own texts. */
export const fileAddress = (archive: string, path: string) =>
  `archives/${encodeURIComponent(archive)}/files/${path.split('/').map(encodeURIComponent).join('/')}`

/** Below the API: what a playlist of an archive offers. */
export const playlistAddress = (archive: string, folder: string) =>
  `archives/${encodeURIComponent(archive)}/playlists/${encodeURIComponent(folder)}`
