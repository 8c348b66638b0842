import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** A field of a playlist or of a track whose text was too long. */
export type CutField =
  | 'name'
  | 'description'
  | 'creator'
  | 'title'
  | 'artist'
  | 'album'
  | 'album-artist'

/** What is said of one row, whatever format it comes from: why it is no track, what was guessed or repaired. */
export interface RowReasons {
  /** Several of them, one sentence after the other. */
  'playlist.notes': { readonly notes: readonly AnyReason[] }

  'playlist.text-cut': { readonly field: CutField; readonly max: number }
  'playlist.unlikely-duration': { readonly value: string }
  'playlist.unlikely-year': { readonly value: string }
  'playlist.unlikely-date': { readonly value: string }
  'playlist.unlikely-track-number': { readonly value: string }
  'playlist.unlikely-disc-number': { readonly value: string }
  'playlist.no-isrc': { readonly value: string }

  'playlist.no-title': None
  'playlist.empty-row': None
  'playlist.empty-item': None
  'playlist.podcast-episode': None
  'playlist.audiobook': None
  'playlist.film': None
  'playlist.television-episode': None
  'playlist.voice-memo': None
  'playlist.ringtone': None
  'playlist.data-track': None
  'playlist.document': None
  'playlist.stream': None
  'playlist.stream-or-list': None

  /** `kind` as Spotify names it: `artist`, `user`. */
  'playlist.link-to-other': { readonly kind: string }
  'playlist.link-impossible': None
  'playlist.link-only': { readonly service: string }
  'playlist.link-short': None
  'playlist.address-only': None
  'playlist.local-file-unreadable': None
  'playlist.line-without-file': None
  'playlist.named-after-file': None
  'playlist.split-at-long-dash': None
  'playlist.artist-from-title': None
  /** Of the page of an artist. */
  'playlist.artist-from-address': None
  'playlist.row-is-album': None
  'playlist.row-is-artist': None
  'playlist.artist-from-file': None
}
