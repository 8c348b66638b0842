import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** `detail`: Spotify's own words, where it has some. */
type WithDetail = { readonly detail?: string }

/** What is said of the Web API's answers, and of playlists and tracks that it gives. */
export interface SpotifyReasons {
  'playlist.access-denied': WithDetail
  'playlist.app-not-allowed': WithDetail
  'playlist.scope-missing': None
  'playlist.nothing-there': WithDetail
  'playlist.quota-used': None
  'playlist.asked-too-often': None
  'playlist.no-answer': WithDetail & { readonly status: number }
  'playlist.answer-unexpected': None
  'playlist.answer-too-deep': { readonly host: string }
  'playlist.answer-too-much': { readonly host: string }
  'playlist.answer-damaged': { readonly host: string }

  'playlist.not-for-this-user': None
  'playlist.not-for-this-app': None
  'playlist.read-so-far': {
    readonly reason: AnyReason
    readonly done: number
    readonly total: number
  }
  'playlist.fewer-than-counted': { readonly total: number; readonly given: number }

  'playlist.withdrawn': None
  'playlist.not-in-your-country': None
  'playlist.no-longer-played': None
  'playlist.no-such-track': None

  /** Why one of the user's lists cannot be read, after its name. */
  'playlist.list-of-spotify': None
  'playlist.list-of-others': None

  /** A list and its owner, where they have no name of their own. */
  'playlist.nameless': None
  'playlist.you': None
  'playlist.somebody-else': None

  /** Advice. */
  'playlist.ways-besides-api': None
  'playlist.log-in-with-scope': None
  'playlist.add-user-to-app': None
  'playlist.owner-needs-premium': None
  /** ISO 8601; undefined where nobody said when. */
  'playlist.run-again': { readonly until?: string }
}
