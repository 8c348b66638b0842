import type { Entry } from '../playlist.ts'

/**
 * What became of a playlist between two backups. With the former state it tells the present one, and
 * the other way round.
 */
export interface Changes {
  /** When the former state was recorded: ISO 8601, UTC. */
  readonly since: string
  /** At their new positions. */
  readonly added: readonly Entry[]
  /** At their former positions. */
  readonly removed: readonly Entry[]
  /** What is left out of the longest run of entries that kept their order. */
  readonly moved: readonly EntryChange[]
  /** The same entries in other words: renamed, corrected, at another address. */
  readonly changed: readonly EntryChange[]
  /** The service names or plays them no longer. */
  readonly withdrawn: readonly EntryChange[]
  /** And these it does again. */
  readonly returned: readonly EntryChange[]
}

/** One entry as it was and as it is, each with its position then. */
export interface EntryChange {
  readonly from: Entry
  readonly to: Entry
}
