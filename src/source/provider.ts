import type { Budget } from '../base/daily-budget.ts'
import type { HostRule, Http } from '../base/http/http.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'

/** A place where recordings may be found, open for one run. */
export interface SearchProvider extends AsyncDisposable {
  /** Kebab-case, stable; `Recording.source` of what it finds. */
  readonly name: string
  /** As a person knows it. */
  readonly title: string
  /** False for the user's own folders: they are asked first, and in an offline run alone. */
  readonly needsNetwork: boolean
  /**
   * Candidates for the track, the likely ones first, not judged. Nothing found is an empty list; a place
   * that cannot be asked now throws Unavailable.
   */
  search(track: Track, signal: AbortSignal): Promise<readonly Recording[]>
}

/** What everything that asks the network tells about itself. A member is one file and one line in `all.ts`. */
export interface Online {
  /** Kebab-case, stable. */
  readonly name: string
  /** As a person knows it: `Internet Archive`. */
  readonly title: string
  /** All hosts that it may reach, those its files are downloaded from included. */
  readonly hosts: readonly HostRule[]
  /** Where it needs a key of the user's, or does better with one. */
  readonly key?: KeyInfo
}

export interface KeyInfo {
  /** The environment variable that holds it: `SONGKEEP_JAMENDO_CLIENT_ID`. */
  readonly variable: string
  /** False where it works without, and the key only adds something. */
  readonly required: boolean
  /** What the key adds, in a sentence. */
  readonly adds: string
  /** Where to get it. */
  readonly url: string
}

/** A source on the network: a file in `sources/`. */
export interface OnlineSearchProvider extends Online {
  open(context: OnlineContext): SearchProvider
}

export interface OnlineContext {
  readonly http: Http
  /** The user's key, where there is one. */
  readonly key?: string
  /** ISO 8601 date of the run. */
  readonly today: string
  /** Counts what may be asked for so many times a day; without it such things are not asked for. */
  readonly budget?: Budget
}
