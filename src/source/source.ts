import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'

/** A place where recordings may be found. A member is one file in `sources/` and one line in `all.ts`. */
export interface Source extends AsyncDisposable {
  /** Kebab-case, stable; `Recording.source` of what it finds. */
  readonly name: string
  /** False for the user's own folders: they are asked first, and in an offline run alone. */
  readonly needsNetwork: boolean
  /** Candidates for the track, the likely ones first, not judged. Nothing found is an empty list. */
  search(track: Track, signal: AbortSignal): Promise<readonly Recording[]>
}
