import type { DatabaseSync } from 'node:sqlite'
import type { Playlist } from '../../model/playlist.ts'
import type { Reason } from '../../model/reason.ts'

/** A program that keeps its playlists in a database of SQLite. A member is one file here and one line in `read-database.ts`. */
export interface PlaylistDatabase {
  readonly name: string
  readonly title: Reason
  /** The tables that it must have: by them it is recognised. */
  readonly tables: readonly string[]
  read(database: DatabaseSync): readonly Playlist[]
  /** How many records its lists hold, counted apart from reading them. */
  count(database: DatabaseSync): number
}
