import type { Version } from '../version.ts'
import type { None } from './none.ts'

/** How far two values of a field agree: the levels of evidence. */
type Level =
  | 'pair'
  | 'exact'
  | 'different'
  | 'missing'
  | 'none'
  // titles
  | 'spelling'
  | 'subtitle'
  | 'one-edit'
  | 'one-edit-of-few'
  | 'one-edit-too'
  | 'few-edits'
  | 'alias'
  | 'romanised'
  | 'other-script'
  | 'one-of-its-names'
  | 'part-of-it'
  | 'many-words'
  | 'another-subtitle'
  | 'part-against-whole'
  | 'another-number'
  | 'same-work'
  | 'another-work'
  // versions
  | 'same'
  | 'same-kind'
  | 'remark'
  | 'named-otherwise'
  | 'unread'
  | 'another-length'
  | 'live-album'
  | 'another-detail'
  | 'another-version'
  // artists
  | 'same-names'
  | 'same-artist'
  | 'alias-among-several'
  | 'shared-alias'
  | 'other-project'
  | 'first-of-several'
  | 'among-several'
  | 'swapped'
  | 'part-in-other-script'
  | 'same-composer'
  | 'composer-against-player'
  | 'other-players'
  | 'stage-name'
  | 'other-form'
  | 'featured'
  | 'middle-name'
  | 'in-album'
  | 'reversed'
  | 'first-name'
  | 'longer-name'
  | 'initials'
  | 'as-featured'
  | 'one-in-common'
  | 'one-word'
  | 'some-words'
  | 'tribute'
  | 'shared'
  | 'on-one-side'
  | 'other-guests'
  // albums
  | 'exact-another-credit'
  | 'close'
  | 'contained'
  // lengths
  | 'within-1-s'
  | 'within-3-s'
  | 'within-7-s'
  | 'within-15-s'
  | 'within-30-s'
  | 'within-60-s'
  | 'over-60-s'
  | 'twice-as-long'
  // locations
  | 'location-file'
  | 'location-ending'
  | 'location-name'
  // years
  | 'cut-short'
  | 'one-off'

/** What differs although it is the same recording. */
type Note =
  | 'remaster'
  | 'mono'
  | 'stereo'
  | 'clean'
  | 'explicit'
  | 'single'
  | 'different-album'
  | 'edit-of-same-length'

type DoubtCode =
  | 'other-title'
  | 'other-number'
  | 'other-artist'
  | 'alias-of-several'
  | 'project-of-same-person'
  | 'tribute-act'
  | 'other-version'
  | 'other-remix'
  | 'other-cut'
  | 'unread-suffix'
  | 'other-scripts'
  | 'other-work'
  | 'not-same-players'
  | 'from-live-album'
  | 'no-artist'
  | 'partly-with-length'
  | 'partly'

/** What speaks against the nearest candidate. */
interface Doubt {
  readonly code: `match.${DoubtCode}`
  readonly params: None
}

interface Decisions {
  /** The track has no length, and candidates that fit equally well have very different ones. */
  'match.lengths-apart': None
  'match.nothing-found': None
  'match.agrees': None
  /** The playlist gives its location, and its words alone would not have been enough. */
  'match.file-named': None
  'match.several-fit': None
  'match.doubtful': { readonly doubt: Doubt }
  'match.another-recording': { readonly doubt: Doubt }
  /** Of a file that its location decides for. */
  'match.tags-otherwise': { readonly title: string; readonly artists: readonly string[] }
  /** The track has no length, and the recordings that fit have several. */
  'match.several-lengths': { readonly shortestMs: number; readonly longestMs: number }
}

/** What was compared, where it is not given as it stands in playlist or recording. */
interface ComparedValues {
  /** No version is named. */
  'match.plain': None
  'match.versions': {
    readonly versions: readonly Version[]
    /** What the album says of all its tracks. */
    readonly album?: 'live' | 'perhaps-live'
  }
  'match.seconds': { readonly durationMs: number }
}

/** Codes of `match` and what their sentences are filled with. */
export type MatchReasons = Decisions &
  ComparedValues & {
    readonly [Code in `match.${Level | Note | DoubtCode}`]: None
  }
