import type { Reason } from './reason.ts'
import type { Track } from './track.ts'

/** A playlist as it was read: every row of the input is an entry, music or not. */
export interface Playlist {
  /** By which its archive knows it, whatever it is called; absent until the archive has been asked. */
  readonly id?: string
  readonly name: string
  /** The user gave the name. */
  readonly named?: true
  readonly description?: string
  /** Who made it, where the input says so. */
  readonly creator?: string
  /** Where the service names it. */
  readonly uri?: string
  /** The name of the format it was read from. */
  readonly format: string
  /** The input may end before the playlist does: what is not in it may still be in the playlist. */
  readonly partial?: true
  /** Its entries name artist and title in one text, and nothing told which of the two comes first. */
  readonly nameOrder?: 'unsure'
  readonly entries: readonly Entry[]
  /** What the reader noticed about the input as a whole. */
  readonly notes: readonly Reason[]
}

export type Entry = TrackEntry | SkippedEntry

export interface TrackEntry {
  readonly kind: 'track'
  /** From 1, in the playlist's order. */
  readonly position: number
  readonly track: Track
  /** What the reader had to guess or repair in this row; `playlist.notes` where that is several things. */
  readonly note?: Reason
  /** The service names or plays it no longer. */
  readonly withdrawn?: true
}

/** A row that is no music, or could not be read: an episode, an empty item, a broken line. */
export interface SkippedEntry {
  readonly kind: 'skipped'
  readonly position: number
  /** What the row says, as far as it can be told; cut to a line. */
  readonly text: string
  /** Why it is no track. */
  readonly reason: Reason
  /** Where the row is nothing but a link to a track: by it the service can be asked for the rest. */
  readonly uri?: string
  /** The service names or plays it no longer. */
  readonly withdrawn?: true
}
