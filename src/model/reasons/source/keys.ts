import type { None } from '../none.ts'

/** What a key of the user's to a provider adds. */
export interface KeyReasons {
  'source.acoustid-adds': None
  'source.jamendo-adds': None
  'source.listenbrainz-adds': None
  'source.youtube-adds': None
}
