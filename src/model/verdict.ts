import { type Reason, reason, type Told } from './reason.ts'

/** May this recording be copied? Both keys, the licence and the host's terms, must fit. */
export interface Verdict {
  readonly action: 'copy' | 'link' | 'review'
  /** The deciding one first. */
  readonly reasons: readonly Told[]
  readonly licence: Licence
  /** The second key; absent for the user's own files, and where the host's terms are not known. */
  readonly host?: HostTermsSummary
}

export interface Licence {
  /** SPDX where there is one (`CC-BY-SA-3.0`), else `own-copy`, `all-rights-reserved`, `unknown`. */
  readonly id: string
  /** In English: `Creative Commons Attribution-ShareAlike 3.0`. `nameOf` gives it for other languages. */
  readonly name: string
  /** Canonical address of its text. */
  readonly url?: string
  /** What the source said, word for word. */
  readonly asGiven?: string
}

/** A licence's name, to be said in any language. */
export const nameOf = ({ id, name }: Licence): Reason<'rights.licence'> =>
  reason('rights.licence', { id, name })

/** What the terms of a recording's host say about copies, on the day they were read; or that nobody has read them. */
export interface HostTermsSummary {
  /** As a person knows it: `Internet Archive`. */
  readonly name: string
  readonly reason: Told
  /** What it asks of whoever copies there. */
  readonly conditions?: readonly Told[]
  /** Where the terms stand, and the day they were read (ISO 8601): no day where nobody has read them. */
  readonly termsUrl?: string
  readonly readOn?: string
}

/** One whose word was needed and who could not be asked: what it knows is not known. */
export interface Unanswered {
  /** As a person knows it: `MusicBrainz`. */
  readonly by: string
  readonly reason: Told
}

/** What is known of a track from elsewhere: it may contradict what an uploader claims. */
export interface Assertion {
  /** Who says so: `musicbrainz`, `acoustid`. */
  readonly by: string
  /** Artists that the recording is credited to, other names of theirs included. */
  readonly artists: readonly string[]
  /** True where it is out on an official release. */
  readonly published: boolean
  /** Year of the earliest release of this very recording that is known there. */
  readonly year?: number
  /** Licences given there, word for word; none where nothing is said. */
  readonly licences: readonly string[]
  /**
   * Labels that have released it. None where it is known that no label has, undefined where that is not known:
   * what a label has published an account cannot give away because it is called like the artist.
   */
  readonly labels?: readonly string[]
  /** Pages given there as free and lawful downloads of it. */
  readonly downloads?: readonly string[]
  /** Pages and accounts given there as the artist's own. */
  readonly ownPages?: readonly string[]
  /** The page to show a person. */
  readonly url?: string
}
