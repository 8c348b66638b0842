import type { Http } from '../../base/http/http.ts'
import type { ReadRow } from '../reading/entries.ts'

/** A kind of server of a listener's own, which gives and takes playlists. A member is one folder here and one line in `all.ts`. */
export interface ServerKind {
  /** As an address begins with it: `subsonic:https://…`. */
  readonly name: ServerName
  readonly title: string
  /** Asks nothing yet. */
  open(access: ServerAccess): PlaylistServer
}

export const serverNames = ['subsonic', 'jellyfin'] as const
export type ServerName = (typeof serverNames)[number]

/** One server, as the user has named it, and who they are there. */
export interface ServerAccount {
  readonly kind: ServerName
  /** Where it lies: `https://music.example:4533/base`, without a slash at its end. */
  readonly base: string
  readonly credentials: Credentials
}

export interface Credentials {
  readonly user?: string
  readonly password?: string
  readonly apiKey?: string
}

export interface ServerAccess extends ServerAccount {
  /** A way out to this server alone. */
  readonly http: Pick<Http, 'ask'>
}

/**
 * A place that holds lists of one user and takes others. Each method throws UserError, UnavailableError or the signal's
 * reason.
 */
export interface ListTarget {
  /** False where a song stands once in a list, or not at all. */
  readonly repeatsSongs: boolean
  /** How a list of it is named everywhere: a playlist's `uri`. */
  nameList(id: string): string
  /** Every list that the user may read. */
  lists(signal: AbortSignal): Promise<readonly ServerList[]>
  /** What a list holds, in its order. */
  entries(list: string, signal: AbortSignal): Promise<readonly ServerEntry[]>
  /** Makes a list of the user's own. */
  create(name: string, songs: readonly string[], signal: AbortSignal): Promise<void>
  /** Puts songs into a list; none is taken away. */
  insert(change: ListChange, signal: AbortSignal): Promise<void>
}

/** A server that may be asked, as one user. */
export interface PlaylistServer extends ListTarget, AsyncDisposable {
  readonly account: ServerAccount
  /** All songs there; none where the server does not give them all at once. */
  songs(signal: AbortSignal, onRead: (done: number) => void): Promise<readonly ServerEntry[]>
  /** Songs by words of their titles, for a server that does not give all. */
  search(words: string, signal: AbortSignal): Promise<readonly ServerEntry[]>
}

export interface ServerList {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly creator?: string
  /** It belongs to the user, who may change it. */
  readonly isOwn: boolean
}

export interface ServerEntry {
  /** Of the song. */
  readonly id: string
  readonly row: ReadRow
  /** Of its recording at MusicBrainz. */
  readonly mbid?: string
}

export interface ListChange {
  readonly list: string
  /** Songs as they stand there, and as they are to stand: the same with others between them. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}
