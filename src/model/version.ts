/**
 * What sets one recording of a song apart from another, or only looks as if it did.
 * The first group names recordings that are not interchangeable; `remaster` and the rest of the
 * second group name the same recording in another transfer, on another release, or another cut of it
 * that services do not keep apart reliably.
 */
export type VersionKind =
  | 'live'
  | 'remix'
  | 'acoustic'
  | 'instrumental'
  | 'karaoke'
  | 'cover'
  | 'demo'
  | 'edit'
  | 'extended'
  | 'a cappella'
  | 'arrangement'
  | 'rerecorded'
  | 'alternate'
  | 'speed'
  | 'language'
  | 'excerpt'
  | 'reprise'
  | 'commentary'
  | 'dj mix'
  | 'version'
  // the same recording
  | 'remaster'
  | 'mono'
  | 'stereo'
  | 'single'
  | 'album'
  | 'explicit'
  | 'clean'
  | 'soundtrack'
  | 'bonus'
  | 'video'
  | 'year'

export interface Version {
  readonly kind: VersionKind
  /** Who or what remains when the words for the kind are gone, folded: the remixer, the place. */
  readonly detail: string
  readonly year?: number
}
