import type { Reason } from '../../model/reason.ts'
import type { AtRisk } from './lists/at-risk.ts'
import type { WhatNext } from './lists/what-next.ts'
import type { Point } from './measure/inequality.ts'
import type { Decade } from './measure/play-sketch.ts'
import type { StorageCurves } from './measure/storage-curves.ts'

/**
 * What a number beside a track counts: its plays by the user's own history; entries of the archive's lists, where
 * no plays are known; or a catalogue's figure of how well known it is.
 */
export type Weighed = 'plays' | 'entries' | 'popularity'

export interface Amount {
  readonly tracks: number
  /** As `LongTail.weighed` counts. */
  readonly plays: number
  readonly bytes: number
}

/** How much of what was heard is kept, and how it is spread over the tracks. */
export interface LongTail {
  readonly weighed: Weighed
  /** The archives and what was weighed, as a person called them. */
  readonly archives: readonly string[]
  readonly source?: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly all: Amount
  /** Of what is kept whole: known by address or ISRC, and by title and artist. */
  readonly kept: Amount
  readonly keptExactly: Amount
  readonly keptByNames: Amount
  /** Rows whose number could not be read, or that had none. */
  readonly uncounted: number
  /** 0 to 1. */
  readonly gini: number
  /** `x` share of the tracks, the least played first, `y` share of the plays. */
  readonly lorenz: readonly Point[]
  readonly decades: readonly Decade[]
  /** How many of the most played tracks have half of all plays. */
  readonly tracksForHalf: number
  /** How many of the least played tracks have no more plays than the three most played. */
  readonly outweighedByThree: number
  readonly storage: StorageCurves & {
    /** Tracks whose size is not known, but taken from their length. */
    readonly estimated: number
  }
  /** Withdrawn ones first, then those that the fewest hold. */
  readonly atRisk: readonly AtRisk[]
  readonly atRiskCount: number
  readonly withdrawnCount: number
  /** What is not kept, the most plays a byte first: a hundred at most. */
  readonly next: readonly WhatNext[]
  readonly notes: readonly Reason[]
}

export const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
