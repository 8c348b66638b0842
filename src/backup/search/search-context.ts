import type { CatalogueReader } from '../../catalogue/catalogue-reader.ts'
import type { Policy } from '../../rights/judge.ts'
import type { CircuitBreaker } from '../../source/circuit-breaker.ts'
import type { OpenProvider } from '../../source/provider.ts'

/** Where recordings are looked for, and by which rules a copy may be made of them. */
export interface SearchContext {
  /** Asked in this order: the user's own folders come first, then those on the network. */
  readonly sources: readonly OpenProvider<'search'>[]
  /**
   * Names recordings, holds no sound: asked when the user's folders are not sure. May know which names are of one
   * artist.
   */
  readonly catalogue?: Pick<CatalogueReader, 'lookUp' | 'servers'> &
    Partial<Pick<CatalogueReader, 'names'>>
  /** Asked in this order about what no folder of the user's has. */
  readonly lookUps: readonly OpenProvider<'lookUp'>[]
  readonly policy: Policy
  readonly breaker: CircuitBreaker
  /** Told before anybody on the network is asked about the track. */
  readonly onAsk?: () => void
}
