import type { Link } from '../model/link.ts'
import type { Reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Assertion } from '../model/verdict.ts'

/** What a provider knows of a track or a sound without having the sound itself. */
export interface Knowledge {
  /**
   * What it takes the track for, under `Recording.source` = the provider's name, the likeliest first: text only,
   * to be ranked like any other candidate.
   */
  readonly recordings: readonly Recording[]
  /** One a kind and service, and none that is known already: pages of the very track, else with a note that says of what. */
  readonly links: readonly Link[]
  /** What speaks for or against an uploader. */
  readonly assertions: readonly Assertion[]
  /** Why a part of what was asked for is missing: what is here was learnt all the same. */
  readonly incomplete?: Reason
  /** Addresses that others have given and that turned out to be something else: a cover version, karaoke. */
  readonly wrong?: readonly string[]
}

export const nothingKnown: Knowledge = { recordings: [], links: [], assertions: [] }
