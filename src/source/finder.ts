import type { Link } from '../model/link.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Assertion } from '../model/verdict.ts'
import type { Online, OnlineContext } from './provider.ts'

/**
 * Knows recordings and where they are, and has no sound to give: MusicBrainz, Odesli. A member is one file
 * in `finders/` and one line in `all.ts`.
 */
export interface OnlineLookupProvider extends Online {
  open(context: OnlineContext): LookupProvider
}

export interface LookupProvider extends AsyncDisposable {
  readonly name: string
  /** As a person knows it. */
  readonly title: string
  /** True for one whose claims can contradict an uploader's: it is asked before anything is copied. */
  readonly makesAssertions?: true
  /**
   * What it knows of the track. `known` is what the finders before it have found out: a finder that can
   * use their ids and links does. Nothing known is empty lists; a place that cannot be asked now throws
   * Unavailable.
   */
  find(track: Track, known: Knowledge, signal: AbortSignal): Promise<Knowledge>
}

export interface Knowledge {
  /**
   * What it takes the track for, under `Recording.source` = the finder's name, the likeliest first: text only, to
   * be ranked like any other candidate.
   */
  readonly recordings: readonly Recording[]
  /** One a kind and service, and none that is known already: pages of the very track, else with a note that says of what. */
  readonly links: readonly Link[]
  /** What speaks for or against an uploader's claim. */
  readonly assertions: readonly Assertion[]
  /** Addresses that others have given and that turned out to be something else: a cover, a karaoke version. */
  readonly wrong?: readonly string[]
}

export const nothingKnown: Knowledge = { recordings: [], links: [], assertions: [] }
