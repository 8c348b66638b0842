type None = Record<never, never>

/** Codes of `app` and what their sentences are filled with. */
export interface AppReasons {
  'app.name-empty': None
  'app.name-for-one': { readonly playlists: number }
  'app.choose-playlist': None
}
