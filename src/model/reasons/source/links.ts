import type { None } from '../none.ts'

/** What a person should know of a link before following it. */
export interface LinkNoteReasons {
  'source.artists-channel': None
  'source.artists-page': None
  'source.for-the-artist': None
  'source.for-the-release': None
  'source.release-by-mail': None
  'source.in-libraries': None
  'source.by-openverse': None
  'source.by-openverse-licensed': { readonly licence: string }
  /** `by` is a provider's name. */
  'source.video-not-checked': { readonly by: string }
  'source.video-not-proven': { readonly by: string }
  /** A video of those whose it is, and how it differs from the track. */
  'source.official-video': {
    readonly sign: 'topic' | 'own-channel' | 'vevo'
    /** How much longer it is than the track, below 0 where it is shorter; absent where nobody would notice. */
    readonly apartMs?: number
    /** Countries by ISO 3166-1; an empty list of those allowed means nowhere. */
    readonly allowedIn?: readonly string[]
    readonly blockedIn?: readonly string[]
    /** Given where it is not to be shown on other pages. */
    readonly embeddable?: false
  }
}
