import type { None } from '../none.ts'

/** The service's name, as its listeners know it. */
type Of = { readonly service: string }

/** What is said of lists that services give. */
export interface ServiceReasons {
  'playlist.no-list-of-service': Of
  'playlist.list-not-there': Of
  'playlist.service-needs-key': Of & { readonly variable: string }
  'playlist.key-refused': Of & { readonly variable: string }
  'playlist.service-refuses': Of & { readonly status: number }
  /** Its own words, where it has some. */
  'playlist.service-says': Of & { readonly detail?: string }
  'playlist.service-busy': Of
  'playlist.service-answer-unexpected': Of
  'playlist.service-gives-fewer': Of & { readonly total: number; readonly given: number }
  'playlist.not-played': Of
  'playlist.short-link-of-service': Of

  'playlist.youtube-api-off': None
  'playlist.youtube-mix': None
  'playlist.titles-of-videos': None
  'playlist.artist-of-channel': None
  'playlist.video-private': None
  'playlist.video-gone': None

  /** Advice. */
  'playlist.make-public': Of
  'playlist.give-token': Of & { readonly variable: string }
  'playlist.get-youtube-key': { readonly url: string; readonly variable: string }
  'playlist.save-mix': None
  'playlist.give-service-list': None
}
