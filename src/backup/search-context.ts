import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Link } from '../model/link.ts'
import type { Match, Ranking } from '../model/match.ts'
import type { Recording } from '../model/recording.ts'
import type { Assertion } from '../model/verdict.ts'
import type { Policy } from '../rights/judge.ts'
import type { CircuitBreaker } from '../source/circuit-breaker.ts'
import type { OpenProvider } from '../source/provider.ts'

/** Where recordings are looked for, and by which rules a copy may be made of them. */
export interface SearchContext {
  /** Asked in this order: the user's own folders come first, then those on the network. */
  readonly sources: readonly OpenProvider<'search'>[]
  /** Names recordings, holds no sound: asked when the user's folders are not sure. */
  readonly catalogue?: Pick<Catalogue, 'lookUp'>
  /** Asked in this order about what no folder of the user's has. */
  readonly finders: readonly OpenProvider<'lookUp'>[]
  readonly policy: Policy
  readonly breaker: CircuitBreaker
}

/** What was found, and all that is known besides. */
export interface SearchResult extends SearchState {
  /** Goes on without those that turned out to be broken: to the next place, if need be. */
  findMore(broken: readonly Recording[]): Promise<SearchState>
}

export interface SearchState extends Ranking {
  /** What a catalogue or provider is sure that it is. */
  readonly known?: Match
  readonly links: readonly Link[]
  readonly assertions: readonly Assertion[]
  readonly override?: Override
}

/** The user has decided for what was found: whatever else fits, or was kept, is not asked. */
export interface Override {
  /** A doubt about its licence was looked at, and it holds: the sentence that says so. */
  readonly settled?: string
  /** Kept for the track, and wrong. */
  readonly wrong?: ArchivedFile
}
