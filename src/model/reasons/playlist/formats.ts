import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** What breaks XSPF's specification; `element` is the one it was found in. */
export type XspfFault =
  | 'namespace'
  | 'root'
  | 'version'
  | 'no-track-list'
  | 'markup'
  | 'shape'
  | 'text'
  | 'child'
  | 'repeated-child'
  | 'attribute-missing'
  | 'attribute'

/** What single formats say, and their titles where these are more than a name. */
export interface FormatReasons {
  'playlist.format-exportify': None
  'playlist.format-spotify-export': None
  'playlist.format-m3u': None
  'playlist.format-xspf': None
  'playlist.format-jspf': None
  'playlist.format-lastfm': None
  'playlist.format-listenbrainz': None
  'playlist.format-librefm': None
  'playlist.format-maloja': None
  'playlist.format-history-table': None
  'playlist.format-csv': None
  'playlist.format-json': None
  'playlist.format-markdown': None
  'playlist.format-xml': None
  'playlist.format-html': None
  'playlist.format-youtube-takeout': None
  'playlist.format-pls': None
  'playlist.format-asx': None
  'playlist.format-spotify-backup': None
  'playlist.format-uri-list': None
  'playlist.format-text': None

  'playlist.line-without-words': None
  'playlist.heading': None
  'playlist.line-without-time': None
  'playlist.unidentified': None
  'playlist.title-first': None
  'playlist.no-dash': None
  'playlist.neither-link-nor-names': None
  'playlist.quotes-repaired': None
  'playlist.artists-differ': { readonly artists: number; readonly names: number }
  'playlist.not-in-library': None
  /** The file of the same export that names the tracks. */
  'playlist.tracks-in-other-file': { readonly file: string }
  'playlist.not-in-collection': None
  'playlist.pieces-of-a-stream': None
  'playlist.jspf-empty': None
  'playlist.rules-only': None
  /** Lists that a player fills by rules, and gives no tracks of. */
  'playlist.rules-left-out': { readonly names: readonly string[] }
  'playlist.export-without-playlists': None
  'playlist.first-artist-only': None
  /** How many of each kind the library has besides its tracks. */
  'playlist.library-not-read': {
    readonly albums: number
    readonly shows: number
    readonly episodes: number
    readonly artists: number
  }
  'playlist.no-namespace': { readonly namespace: string }
  /** `name`: of the child or attribute, or the namespace that it should have. */
  'playlist.no-valid-xspf': {
    readonly fault: XspfFault
    readonly element: string
    readonly name?: string
  }

  'playlist.history-plays': None
  'playlist.listens-without-track': { readonly count: number }
  /** `rows` of a log name so many tracks, each of which is an entry. */
  'playlist.rows-gathered': { readonly rows: number; readonly entries: number }
  /** `short`: stopped before the time from which it counts; `other`: what is no music. */
  'playlist.plays-not-counted': { readonly short: number; readonly other: number }

  'playlist.json-too-deep': None
  'playlist.json-too-much': None
  'playlist.json-damaged': None
  'playlist.json-without-tracks': None
  'playlist.xml-without-tracks': None
  'playlist.removed': None
  /** Files of an export that hold no tracks; some of their names. */
  'playlist.other-files': { readonly count: number; readonly names: readonly string[] }
  'playlist.xml-entities': None
  'playlist.xml-too-deep': None
  'playlist.xml-too-much': None
  /** `detail`: the parser's own words. */
  'playlist.xml-damaged': { readonly detail?: string }
  'playlist.xml-empty': None

  /** Advice. */
  'playlist.read-formats': { readonly titles: readonly AnyReason[] }
  'playlist.get-again': None
}
