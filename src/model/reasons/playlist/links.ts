import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** What is said of links that are read, and of pages that show them. */
export interface LinkReasons {
  'playlist.service-not-read': { readonly service: string }
  'playlist.service-unknown': None
  'playlist.link-to-podcast': None
  /** `what` as Spotify names it: `artist`, `user`. */
  'playlist.link-to-no-playlist': { readonly what: string }
  'playlist.link-to-no-track': None
  'playlist.liked-songs-are-private': None
  /** Ids of users, as they stand in addresses. */
  'playlist.liked-by-another': { readonly user: string; readonly me: string }
  'playlist.login-needed': { readonly what: 'playlist' | 'album' }
  'playlist.not-shown': {
    readonly what: 'playlist' | 'album' | 'track'
    readonly status: number
  }

  'playlist.short-link-nowhere': None
  'playlist.short-link-endless': None
  'playlist.short-link-unreadable': None
  'playlist.short-link-away': { readonly host: string }
  'playlist.short-link-unanswered': { readonly host: string; readonly status: number }

  'playlist.page-without-list': None
  'playlist.from-public-page': None
  'playlist.page-possibly-cut': { readonly entries: number }
  'playlist.from-preview': None
  'playlist.from-embed-page': None
  'playlist.title-alone': None
  'playlist.not-played-or-not-there': None

  'playlist.links-asked': { readonly max: number }
  'playlist.rows-unnamed': { readonly reason: AnyReason; readonly rows: number }

  'playlist.no-link': { readonly text: string }
  'playlist.link-offline': None
  'playlist.upload-gone': None
  'playlist.upload-too-large': { readonly maxMegabytes: number }
  'playlist.uploads-full': None
  'playlist.read-uploads-first': None
  'playlist.upload-disk-full': None
  'playlist.staged-import-gone': None

  /** Advice. */
  'playlist.export-with-table': None
  'playlist.export-youtube': None
  'playlist.export-apple-music': None
  'playlist.download-from-bandcamp': None
  'playlist.export-musicbrainz': None
  'playlist.export-lastfm': None
  'playlist.give-file-or-titles': None
  'playlist.give-list-link': None
  'playlist.give-export-or-log-in': None
  'playlist.log-in-as': { readonly user: string }
  'playlist.ways-without-login': { readonly what: 'playlist' | 'album' }
  'playlist.open-in-browser': None
  'playlist.open-short-link': None
  'playlist.export-or-log-in': None
  'playlist.paste-or-drop': None
  'playlist.give-file-or-go-online': None
  'playlist.drop-again': None
  'playlist.drop-file-again': None
  'playlist.drop-playlist-only': None
}
