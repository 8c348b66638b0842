import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Hit } from '../query/lookup-result.ts'

/**
 * What one shard of a catalogue is asked, and how it answers; the member in this process and the one elsewhere speak
 * it alike. Hashes are made by whoever asks (`query/keys.ts`), tracks are numbered as in the whole. A shard answers
 * what it alone can know; whatever is bounded over the whole (so many neighbours, so many of one title) is bounded
 * again by whoever merges, and so a shard gives as many as the whole could take from it.
 */
export type ShardAsk = SearchAsk | ChooseAsk | ReadAsk

/** Looks for titles under artists, and wherever they stand. `index` counts the catalogue's indexes from the oldest. */
export interface SearchAsk {
  readonly kind: 'search'
  readonly index: number
  /** Hash of an ISRC. */
  readonly isrc?: number
  readonly parts: readonly SearchPart[]
  /**
   * Places of artists in the first part. Where a shard finds that one of them has a track of its own with a title that
   * is wrong by a letter at most, the other parts are not wanted of anybody, and it answers nothing to them.
   */
  readonly enough?: readonly number[]
  /** Where no more tracks than these fit the first part best of all, their records come with the answer. */
  readonly most: number
}

export interface SearchPart {
  readonly titles: readonly AskedTitle[]
  /** Hashes of artists' names. */
  readonly artists: readonly number[]
  /** Names that may have a letter too many, too few, or another one. */
  readonly misspelt: readonly { readonly key: string; readonly hash: number }[]
  /** Tracks of the titles under any artist too. */
  readonly anywhere: boolean
}

/** A title's hash, and the two words of a key entry (`format/layout.ts`). */
export interface AskedTitle {
  readonly hash: number
  readonly low: number
  readonly high: number
}

export interface SearchAnswer {
  readonly kind: 'search'
  /** Tracks of the ISRC, the first ones. */
  readonly coded: readonly number[]
  /** One for each part. */
  readonly parts: readonly PartAnswer[]
  /** Of the tracks that fit best of all. */
  readonly records: readonly NumberedRecord[]
}

export type NumberedRecord = readonly [track: number, recording: Recording]

export interface PartAnswer {
  /** One for each artist asked for; null where the shard has none of the name. */
  readonly artists: readonly (ArtistHits | null)[]
  /** For each misspelt name: artists whose names are near. */
  readonly near: readonly (readonly NearHits[])[]
  /** For each title: triples of a place in the whole's order, a track, seconds of its length as `layout.ts` has them. */
  readonly anywhere: readonly (readonly number[])[]
}

/** For each title pairs of a track and how its key entry fits, in order of the tracks. */
type Hits = readonly (readonly number[])[]

export interface ArtistHits {
  readonly own: Hits
  /** Tracks of others on which the artist is featured. */
  readonly guests: Hits
  /** All such tracks that the shard has. */
  readonly guestRows: number
}

export interface NearHits {
  /** The step of the search that found it (`query/near.ts`). */
  readonly probe: number
  readonly hash: number
  readonly own: Hits
}

/** Which of these tracks, all of the shard's own, fit best by their records: `most` of them. */
export interface ChooseAsk {
  readonly kind: 'choose'
  readonly index: number
  readonly track: Pick<Track, 'title' | 'artists' | 'album' | 'durationMs'>
  readonly hits: readonly Hit[]
  readonly most: number
}

export interface ChooseAnswer {
  readonly kind: 'choose'
  readonly chosen: readonly (readonly [track: number, score: number, recording: Recording])[]
}

export interface ReadAsk {
  readonly kind: 'read'
  readonly index: number
  readonly tracks: readonly number[]
}

export interface ReadAnswer {
  readonly kind: 'read'
  readonly records: readonly NumberedRecord[]
}

export type ShardAnswer = SearchAnswer | ChooseAnswer | ReadAnswer
