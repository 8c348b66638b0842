/** A track as a playlist names it: public text, nothing more. */
export interface Track {
  readonly title: string
  /** One name each, as credited; empty when the playlist names none. Some services give the first artist only. */
  readonly artists: readonly string[]
  readonly album?: string
  readonly albumArtists?: readonly string[]
  /** Milliseconds, more than 0. */
  readonly durationMs?: number
  /** Four digits. */
  readonly year?: number
  /** Twelve characters, upper case, no hyphens (ISO 3901). */
  readonly isrc?: string
  readonly trackNumber?: number
  readonly discNumber?: number
  /** Where the playlist's service names it: `spotify:track:…` or a URL. Never fetched. */
  readonly uri?: string
  /** A file path the playlist gives, as written there. A hint, never opened for that reason alone. */
  readonly path?: string
  /** Where a relative `path` starts: the folder that the list itself lay in. */
  readonly pathFolder?: string
  /** ISO 8601, as the service says; in a listening history, when it was first played. */
  readonly addedAt?: string
  /** How often the user has played it, by their own listening history; at least 1. Never a service's count of all listeners. */
  readonly plays?: number
}
