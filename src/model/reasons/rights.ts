import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** Another who speaks of a recording: `MusicBrainz`. */
interface By {
  readonly by: string
}

interface OfLicence {
  readonly licence: AnyReason
}

/** Codes of `rights` and what their sentences are filled with. */
export type RightsReasons = {
  /** A licence's name: in words where it is none of its own (`own-copy`, `unknown`). */
  'rights.licence': { readonly id: string; readonly name: string }
} & HostReasons &
  RestrictionReasons &
  LicenceReasons &
  AssertionReasons

/** What the terms of a host say about copies, and what they ask of who makes one. */
export type HostReasons = {
  'rights.own-file': None
  'rights.internet-archive-allows': None
  'rights.jamendo-allows': None
  'rights.wikimedia-commons-allows': None
  'rights.ccmixter-allows': None
  'rights.funkwhale-allows': None
  'rights.youtube-forbids': None
  'rights.soundcloud-forbids': None
  'rights.spotify-forbids': None
  'rights.deezer-forbids': None
  'rights.itunes-forbids': None
  'rights.fma-closed': None
  'rights.host-unsettled': { readonly host: string }
  'rights.host-has-no-sound': { readonly host: string }
  'rights.host-unknown': { readonly source: string }
  'rights.for-research': None
  'rights.vouches-for-nobody': None
  'rights.non-commercial-api': None
  'rights.name-the-artist': None
  'rights.name-the-author': None
  'rights.terms-of-each-pod': None
}

/** What a host says of one recording (`Recording.restrictions`): the codes end in the restriction's name. */
export type RestrictionReasons = {
  'rights.stream-only': None
  'rights.access-restricted': None
  'rights.private': None
  'rights.no-download': None
  'rights.terms-unread': None
  'rights.contradictory': None
}

export type LicenceReasons = {
  'rights.tags-say': OfLicence
  'rights.page-says': OfLicence
  'rights.licence-allows': OfLicence
  'rights.non-commercial': None
  'rights.no-derivatives': None
  'rights.statement-by-date': OfLicence & { readonly year: number }
  'rights.statement-without-date': OfLicence
  'rights.licence-denies': OfLicence
  'rights.no-licence': None
  'rights.unknown-licence': None
  /** `why` is one of the two before. */
  'rights.old-enough': { readonly why: AnyReason; readonly year: number }
}

/** What others know of a recording, held against what its uploader says. */
export type AssertionReasons = {
  'rights.others-deny': By & OfLicence
  'rights.same-licence': By & OfLicence
  'rights.other-licence': By & OfLicence
  /** Word for word, where it is no licence that is known. */
  'rights.other-terms': By & { readonly given: string }
  'rights.named-as-download': By
  'rights.old-release': By & { readonly year: number }
  'rights.no-older-release': By & { readonly year: number }
  'rights.artists-account': By & { readonly account: string }
  /** The account is called like the artist, and whether a label has published it is not known. */
  'rights.account-unproven': By & { readonly account: string }
  'rights.artists-own-page': By & { readonly page: string }
  /** Without `uploader`, nothing says who put it there. */
  'rights.label-published': By & {
    readonly artists: readonly string[]
    readonly labels: readonly string[]
    readonly uploader?: string
  }
  /** Who would know whose it is could not be asked. */
  'rights.not-checked': By & { readonly reason: AnyReason }
  /** `more` artists are credited besides. Without `uploader`, nothing says who put it there. */
  'rights.uploader-doubted': By & {
    readonly artists: readonly string[]
    readonly more: number
    readonly uploader?: string
  }
}
