import type { Language } from '../../../src/words/language.ts'

/** Below the API: a kept file, or one of a playlist's own texts. */
export const fileAddress = (archive: string, path: string) =>
  `archives/${encodeURIComponent(archive)}/files/${path.split('/').map(encodeURIComponent).join('/')}`

/** Below the API: what a playlist of an archive offers. */
export const playlistAddress = (archive: string, folder: string) =>
  `archives/${encodeURIComponent(archive)}/playlists/${encodeURIComponent(folder)}`

/** Below the API: what has changed in a playlist, told in a language. */
export const historyAddress = (archive: string, folder: string, language: Language) =>
  `${playlistAddress(archive, folder)}/history?lang=${language}`

/** Below the API: the cover of a kept file. */
export const coverAddress = (archive: string, path: string) =>
  `archives/${encodeURIComponent(archive)}/covers/${path.split('/').map(encodeURIComponent).join('/')}`
